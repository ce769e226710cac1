import { expect, fixture, fixtureSync, html } from '@open-wc/testing';
import type { ApiError } from '@buurt/core/http/api-error.js';
import { BuurtElement } from '@buurt/core/element/buurt-element.js';
import type { BuurtProvider } from '@buurt/core/element/provider.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import '@buurt/core/buurt-provider.js';
import { html as template } from 'lit';
import { endpointThat, seenBy } from './core-misbehaving.js';
import { waitUntil } from './patience.js';

const nl = {
  greeting: 'Dag buur',
  step: ({ nth }: { nth: number }) => `Stap ${nth}`,
  more: { ask: 'Vraag' },
};
type Words = typeof nl;

declare global {
  interface HTMLElementEventMap {
    'buurt-test-wave': CustomEvent<{ to: string }>;
  }
}

/** The smallest widget: it shows its texts and what it was given. */
class TestWidget extends BuurtElement<Words> {
  protected override readonly catalogue: Catalogue<Words> = {
    nl,
    en: () =>
      Promise.resolve({
        greeting: 'Hello neighbour',
        step: ({ nth }) => `Step ${nth}`,
        more: { ask: 'Ask' },
      }),
  };
  static updates = 0;

  protected override render() {
    TestWidget.updates++;
    const { t, isMisconfigured, buurtCode = '', api } = this;
    return template`<p>${t.greeting}|${t.step({ nth: 2 })}|${t.more.ask}|${t.failures.offline}</p>
      <output>${api?.endpoint ?? 'none'} ${buurtCode}</output><b>${String(isMisconfigured)}</b>`;
  }

  wave(cancelable = false): boolean {
    return this.emit('buurt-test-wave', { to: 'you' }, { cancelable });
  }

  get client() {
    return this.api;
  }
}
customElements.define('test-widget', TestWidget);

const shown = (widget: Element, selector: string) => widget.shadowRoot!.querySelector(selector)!.textContent;
const words = (widget: Element) => shown(widget, 'p')!;

describe('A widget', () => {
  it('speaks Dutch unless the page says otherwise', async () => {
    const widget = await fixture(html`<test-widget></test-widget>`);
    expect(words(widget)).to.equal('Dag buur|Stap 2|Vraag|Je hebt nu geen internet.');
  });

  it('speaks English in an English part of the page', async () => {
    const part = fixtureSync(html`<section lang="en-GB"><test-widget></test-widget></section>`);
    const widget = part.firstElementChild!;
    await (widget as TestWidget).updateComplete;
    expect(words(widget)).to.equal('Hello neighbour|Step 2|Ask|You have no internet right now.');
  });

  it('has its own language before that of the page', async () => {
    const part = fixtureSync(html`<section lang="en"><test-widget lang="nl"></test-widget></section>`);
    const widget = part.firstElementChild as TestWidget;
    await widget.updateComplete;
    expect(words(widget)).to.contain('Dag buur');
  });

  it('shows no Dutch before its English has come', async () => {
    const before = TestWidget.updates;
    const part = document.createElement('section');
    part.lang = 'en';
    const widget = part.appendChild(document.createElement('test-widget'));
    document.body.append(part);
    await waitUntil(() => TestWidget.updates > before);
    expect(words(widget)).to.contain('Hello');
    part.remove();
  });

  it('follows when the page changes its language', async () => {
    const widget = await fixture(html`<test-widget></test-widget>`);
    const { lang } = document.documentElement;
    document.documentElement.lang = 'en';
    await waitUntil(() => words(widget).includes('Hello'));
    document.documentElement.lang = 'nl';
    await waitUntil(() => words(widget).includes('Dag'));
    document.documentElement.lang = lang;
  });

  it('says it in the words of the page where it has its own', async () => {
    const widget = await fixture(html`
      <test-widget .texts=${{ step: 'Deel {nth} ({unknown})', more: { ask: 'Toch vragen' }, strange: 'x' }}>
        <script type="application/json" data-texts>
          {
            "greeting": "Hoi",
            "more": { "ask": "Vragen" },
            "failures": { "offline": "Geen wifi" },
            "step": 7
          }
        </script>
      </test-widget>
    `);
    expect(words(widget)).to.equal('Hoi|Deel 2 ({unknown})|Toch vragen|Geen wifi');
  });

  it('shows its own words when the JSON of the page is broken, and tells the webmaster once', async () => {
    const told: unknown[][] = [];
    const { warn } = console;
    console.warn = (...words: unknown[]) => told.push(words);
    const widget = await fixture<TestWidget>(html`
      <test-widget
        ><script type="application/json" data-texts>
          { "greeting":
        </script></test-widget
      >
    `);
    widget.requestUpdate();
    await widget.updateComplete;
    console.warn = warn;
    expect(words(widget)).to.contain('Dag buur');
    expect(told).to.have.lengthOf(1);
    expect(told[0]![0]).to.contain('<test-widget>');
  });

  it('shows markup in the words of the page as text', async () => {
    const widget = await fixture(html`<test-widget .texts=${{ greeting: '<img src=x>' }}></test-widget>`);
    expect(words(widget)).to.contain('<img src=x>');
  });
});

describe('A widget and its endpoint', () => {
  const endpoint = 'https://example.org/v1';

  it('takes them from its own attributes', async () => {
    const widget = await fixture(
      html`<test-widget endpoint="${endpoint}/" buurt="BU0363AA01"></test-widget>`,
    );
    expect(shown(widget, 'output')).to.equal(`${endpoint} BU0363AA01`);
    expect(shown(widget, 'b')).to.equal('false');
  });

  it('finds them at the provider around it, and follows when they change', async () => {
    const provider = await fixture<BuurtProvider>(html`
      <buurt-provider endpoint=${endpoint} buurt="BU0363AA01"
        ><div><test-widget></test-widget></div
      ></buurt-provider>
    `);
    const widget = provider.querySelector<TestWidget>('test-widget')!;
    await widget.updateComplete;
    expect(shown(widget, 'output')).to.equal(`${endpoint} BU0363AA01`);
    provider.buurt = 'BU0363AA02';
    await waitUntil(() => shown(widget, 'output')!.endsWith('BU0363AA02'));
  });

  it('has its own attributes before those of the provider', async () => {
    const provider = await fixture(html`
      <buurt-provider endpoint=${endpoint} buurt="BU0363AA01"
        ><test-widget buurt="BU0363AA09"></test-widget
      ></buurt-provider>
    `);
    const widget = provider.querySelector<TestWidget>('test-widget')!;
    await widget.updateComplete;
    expect(shown(widget, 'output')).to.equal(`${endpoint} BU0363AA09`);
  });

  it('forgets the provider when it is moved out of it', async () => {
    const provider = await fixture(html`
      <buurt-provider endpoint=${endpoint} buurt="BU0363AA01"><test-widget></test-widget></buurt-provider>
    `);
    const widget = provider.querySelector<TestWidget>('test-widget')!;
    await widget.updateComplete;
    provider.after(widget);
    widget.requestUpdate();
    await widget.updateComplete;
    expect(shown(widget, 'output')).to.equal('none ');
    widget.remove();
  });

  it('keeps its client as long as nothing changes, so that nothing is read twice', async () => {
    const widget = await fixture<TestWidget>(
      html`<test-widget endpoint=${endpoint} buurt="BU0363AA01"></test-widget>`,
    );
    const { client } = widget;
    widget.headingLevel = 3;
    await widget.updateComplete;
    expect(widget.client).to.equal(client);
    widget.endpoint = 'https://example.org/v2';
    await widget.updateComplete;
    expect(widget.client).to.not.equal(client);
  });

  it('calls through the connection of the page', async () => {
    const calls: string[] = [];
    const connection = {
      endpoint,
      fetch: (url: string) => {
        calls.push(url);
        return Promise.resolve(new Response('{}', { status: 404 }));
      },
    };
    const widget = await fixture<TestWidget>(
      html`<test-widget .connection=${connection} buurt="BU0363AA01"></test-widget>`,
    );
    const failure = await widget
      .client!.read(
        { path: 'buurten/BU0363AA01/settings', signal: new AbortController().signal },
        (json) => json,
      )
      .catch((error: ApiError) => error);
    expect((failure as ApiError).kind).to.equal('gone');
    expect(calls).to.deep.equal([`${endpoint}/buurten/BU0363AA01/settings`]);
  });

  const problems: [string, ReturnType<typeof html>, string][] = [
    ['has no endpoint', html`<test-widget buurt="BU0363AA01"></test-widget>`, 'zet het adres'],
    [
      'has an endpoint that is none',
      html`<test-widget endpoint="javascript:alert(1)" buurt="BU0363AA01"></test-widget>`,
      'geen webadres',
    ],
    ['has no buurt', html`<test-widget endpoint=${endpoint}></test-widget>`, 'zet de code'],
    [
      'has a buurt that is none',
      html`<test-widget endpoint=${endpoint} buurt="Noord"></test-widget>`,
      '“Noord”',
    ],
  ];
  for (const [what, tag, sentence] of problems)
    it(`tells the webmaster in words, in the console only, what to mend when it ${what}`, async () => {
      const { error } = console;
      const told: unknown[] = [];
      console.error = (words: unknown) => told.push(words);
      const widget = await fixture(tag);
      await waitUntil(() => told.length > 0);
      console.error = error;
      expect(shown(widget, 'b')).to.equal('true');
      expect(told.join()).to.contain('Voor de beheerder van deze site').and.to.contain(sentence);
    });

  it('says nothing to the webmaster about a widget that has left its provider and the page', async () => {
    const { error } = console;
    const errors: unknown[] = [];
    console.error = (message: unknown) => errors.push(message);
    const provider = await fixture(
      html`<buurt-provider endpoint=${endpoint} buurt="BU0363AA01"
        ><test-widget></test-widget
      ></buurt-provider>`,
    );
    const widget = provider.firstElementChild as TestWidget;
    widget.remove();
    widget.requestUpdate();
    await widget.updateComplete;
    // What would be said comes with this module.
    await import('@buurt/core/element/setup-problem.js');
    console.error = error;
    expect(errors).to.deep.equal([]);
  });

  it('says it in English too', async () => {
    const { error } = console;
    const told: unknown[] = [];
    console.error = (words: unknown) => told.push(words);
    await fixture(html`<test-widget lang="en"></test-widget>`);
    await waitUntil(() => told.length > 0);
    console.error = error;
    expect(told.join()).to.contain('For the owner of this site');
  });
});

describe('An event of a widget', () => {
  it('reaches the page, also out of a shadow root, and can be prevented when that makes sense', async () => {
    const outer = fixtureSync(html`<div></div>`);
    const widget = document.createElement('test-widget') as TestWidget;
    outer.attachShadow({ mode: 'open' }).append(widget);
    const heard: CustomEvent[] = [];
    outer.addEventListener('buurt-test-wave', (event) => {
      heard.push(event as CustomEvent);
      event.preventDefault();
    });
    expect(widget.wave()).to.equal(true);
    expect(widget.wave(true)).to.equal(false);
    expect(heard.map(({ detail }) => detail)).to.deep.equal([{ to: 'you' }, { to: 'you' }]);
  });
});

describe('A page that may not call the server', () => {
  it('has its webmaster told what to mend, once for each endpoint', async () => {
    const endpoint = await endpointThat({
      kind: 'answer',
      status: 200,
      headers: { 'access-control-allow-origin': 'https://other.example' },
      body: '{}',
    });
    const told: string[] = [];
    const { error } = console;
    console.error = (words: string) => words.includes(endpoint) && told.push(words);
    const widget = await fixture<TestWidget>(
      html`<test-widget endpoint=${endpoint} buurt="BU0363AA01"></test-widget>`,
    );
    for (const _ of [1, 2]) {
      const failure = await widget
        .client!.read(
          { path: 'buurten/BU0363AA01/settings', signal: AbortSignal.timeout(20_000) },
          (json) => json,
        )
        .catch((each: ApiError) => each);
      expect((failure as ApiError).kind).to.equal('unreachable');
    }
    await waitUntil(() => told.length > 0);
    console.error = error;
    expect(told).to.have.lengthOf(1);
    expect(told[0]).to.contain('ALLOWED_ORIGINS').and.to.contain(location.origin);
    expect(await seenBy(endpoint)).to.have.lengthOf(8);
  }).timeout(20_000);
});
