import type { Decorator, Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import './preview.css';
import { themes } from './themes.js';

const choice = (title: string, choices: Record<string, string>) => ({
  description: title,
  toolbar: {
    title,
    dynamicTitle: true,
    items: Object.entries(choices).map(([value, name]) => ({ value, title: name })),
  },
});

function wear(theme: string): void {
  for (const name of Object.keys(themes)) document.documentElement.classList.toggle(name, name === theme);
  void themes[theme]?.load();
}

/** Puts the story on the page that the toolbar asks for: a language, a direction, a brand, a theme, letters, a width. */
const onThePage: Decorator = (story, { globals }) => {
  const page = document.documentElement;
  page.lang = String(globals['language']);
  page.dir = String(globals['direction']);
  if (globals['scheme']) page.dataset['scheme'] = String(globals['scheme']);
  else delete page.dataset['scheme'];
  page.dataset['text'] = String(globals['text']);
  wear(String(globals['theme']));
  if (globals['brand']) page.style.setProperty('--buurt-brand', String(globals['brand']));
  else page.style.removeProperty('--buurt-brand');
  // Storybook marks its docs as English, so the story says its own language and direction too.
  return html`<div class="stage stage-${globals['width']}" lang=${page.lang} dir=${page.dir}>
    ${story()}
  </div>`;
};

const preview: Preview = {
  decorators: [onThePage],
  parameters: {
    a11y: { test: 'error' },
    // Only a playground can be played with.
    controls: { disable: true },
    options: {
      storySort: {
        includeNames: true,
        order: [
          'Welcome',
          'Idea form',
          [
            'Docs',
            'Playground',
            'Writing',
            'Similar ideas',
            'Details',
            'Place',
            'Photos',
            'Sending',
            'Errors',
          ],
          'Budget vote',
          ['Docs', 'Playground', 'Choosing', 'Code', 'Sending', 'Result', 'Errors'],
          'Initiative list',
          ['Docs', 'Playground', 'Finding', 'One initiative', 'Joining in', 'Following', 'Errors'],
          'Map card',
          ['Docs', 'Playground', 'Looking', 'Choosing', 'Several buurten', 'Streets', 'Errors'],
          'Studio',
          'Guides',
        ],
      },
    },
  },
  initialGlobals: {
    language: 'nl',
    direction: 'ltr',
    scheme: '',
    brand: '',
    theme: '',
    text: '',
    width: 'full',
  },
  globalTypes: {
    language: choice('Language', { nl: 'Nederlands', en: 'English' }),
    direction: choice('Direction', { ltr: 'Left to right', rtl: 'Right to left' }),
    scheme: choice('Light or dark', { '': 'As the device', light: 'Light', dark: 'Dark' }),
    brand: choice('Brand colour', {
      '': 'Ours',
      '#8c1d40': 'Burgundy',
      '#00664f': 'Green',
      '#ffd400': 'Yellow',
      '#0b1f3a': 'Night blue',
      '#f28c28': 'Orange',
    }),
    theme: choice('NL Design System theme', {
      '': 'No theme',
      ...Object.fromEntries(Object.entries(themes).map(([name, { title }]) => [name, title])),
    }),
    text: choice('Text size', { '': 'Text 100 %', large: 'Text 150 %', double: 'Text 200 %' }),
    width: choice('Width', {
      full: 'As wide as the page',
      280: 'Sidebar, 280 px',
      320: 'Small phone, 320 px',
      768: 'Tablet, 768 px',
      1440: 'Desktop, 1440 px',
    }),
  },
};
export default preview;
