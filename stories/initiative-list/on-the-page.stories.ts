import { html } from 'lit';
import { storyBuurt } from '../../test/support/endpoint.js';
import { listConnection } from '../../test/support/initiative-endpoint.js';
import { initiative } from '../../test/support/initiatives.js';
import type { Story } from '../../test/support/stage.js';
import { registerIcons } from '../../packages/buurt/src/register-icons.js';
import { list, reading } from './list.js';

/** A picture of the page. */
const pattern = new URL('../pictures/lamps.svg', import.meta.url).href;

export default { title: 'Initiative list/On the page' };

export const English: Story = {
  render: () =>
    html`<div lang="en">
      <buurt-initiative-list
        buurt=${storyBuurt}
        history="off"
        .connection=${listConnection()}
      ></buurt-initiative-list>
    </div>`,
  play: reading('8 initiatives'),
};

export const CodeInTexts: Story = {
  render: () =>
    list({
      initiatives: [
        initiative('<img src=x onerror=alert(1)>', {
          title: '<script>alert(1)</script> " onfocus="alert(1)',
          story: '</li><style>*{display:none}</style> &amp; <b>vet</b>',
          theme: '<b>thema</b>',
          place: { lat: 52.37, lon: 4.89, address: 'javascript:alert(1)' },
        }),
        initiative('i-lang', {
          title: 'Donaudampfschifffahrtsgesellschaft'.repeat(6),
          story: 'w'.repeat(4000),
        }),
        initiative('i-rechts', {
          title: 'Links \u202eom gekeerd',
          story: '\u202eomgekeerd',
          supportCount: 9_007_199_254,
        }),
      ],
    }),
  play: reading('3 initiatieven'),
};

/** The page's own words about help stand at the end, beside what did not come, and in the dialog. */
export const WithHelp: Story = {
  render: () =>
    list(
      {},
      {},
      html`<p slot="help">Liever praten? Bel ons: <a href="tel:+31123456789">012 345 67 89</a>.</p>`,
    ),
  play: reading('8 initiatieven'),
};

/** Where there is no photo stands a picture of the page's own, not ours. */
export const OwnPlaceholder: Story = {
  render: () => list({}, {}, html`<img slot="placeholder" src=${pattern} alt="" />`),
  play: reading('8 initiatieven'),
};

/** The heart and the pin are the page's own, in every widget at once. */
export const OwnIcons: Story = {
  beforeEach: () => {
    registerIcons({
      heart: { path: 'M12 2l3 7h7l-6 4 3 8-7-5-7 5 3-8-6-4h7z', filled: true },
      place: { path: 'M4 21V3l14 5-14 5' },
    });
    return () => void Reflect.deleteProperty(globalThis, Symbol.for('buurt:icons'));
  },
  render: () => list(),
  play: reading('8 initiatieven'),
};
