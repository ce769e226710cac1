import '@buurt/buurt';
import { mount } from 'svelte';
import Buurt from './buurt.svelte';

const target = document.getElementById('app')!;
mount(Buurt, { target, props: { endpoint: target.dataset.endpoint!, buurt: target.dataset.buurt! } });
