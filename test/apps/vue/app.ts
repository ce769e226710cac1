import '@buurt/buurt';
import { createApp } from 'vue';
import Buurt from './buurt.vue';

const place = document.getElementById('app')!;
createApp(Buurt, { endpoint: place.dataset.endpoint!, buurt: place.dataset.buurt! }).mount(place);
