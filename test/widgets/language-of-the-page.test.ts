import { expect } from '@open-wc/testing';
import { until } from '../support/waiting.js';
import { focused, opened as voteOpened } from './budget-vote-stage.js';
import { opened as cashbookOpened } from './cashbook-stage.js';
import { opened as formOpened } from './idea-form-stage.js';
import { opened as listOpened } from './initiative-list-stage.js';
import { opened as mapOpened } from './map-card-stage.js';
import { open, opened as mineOpened } from './my-initiative-stage.js';

const page = document.documentElement;

/** The page is in this language; `''` says nothing about it. */
function speak(lang: string, dir = ''): void {
  for (const [name, value] of Object.entries({ lang, dir }))
    if (value) page.setAttribute(name, value);
    else page.removeAttribute(name);
}

/** The language of an element as a browser reckons it, through shadow roots and the elements around them. */
function languageAt(element: Element): string {
  const marked = element.closest('[lang]');
  if (marked) return marked.getAttribute('lang') ?? '';
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageAt(root.host) : '';
}

const widgets: readonly (readonly [string, () => Promise<HTMLElement>])[] = [
  ['vote', async () => (await (await voteOpened()).voter.see('.bar-words')) as HTMLElement],
  ['form', async () => (await (await formOpened()).resident.see('.progress p')) as HTMLElement],
  ['list', async () => (await (await listOpened()).neighbour.see('.card')) as HTMLElement],
  ['map', async () => await (await mapOpened()).visitor.see('.found bdi')],
  ['cashbook', async () => await (await cashbookOpened()).visitor.see('.sum dt')],
  ['page of a maker', async () => await (await mineOpened()).visitor.see('.about strong')],
  [
    'form of a maker',
    async () => {
      const { visitor } = await mineOpened();
      await open(visitor, 'Vertel hoe het gaat');
      return visitor.see('label[for=text]');
    },
  ],
];

describe('in a page of another language', () => {
  const before = { lang: page.lang, dir: page.dir };
  afterEach(() => speak(before.lang, before.dir));

  for (const [name, seen] of widgets) {
    for (const [lang, dir] of [
      ['ar', 'rtl'],
      ['de', ''],
      ['', ''],
    ] as const)
      it(`the ${name} says that its words are Dutch and run from the left (lang=${lang || 'none'})`, async () => {
        speak(lang, dir);
        const element = await seen();
        expect(languageAt(element)).to.equal('nl');
        expect(getComputedStyle(element).direction).to.equal('ltr');
        expect((element.getRootNode() as ShadowRoot).host.hasAttribute('lang')).to.equal(false);
      });

    it(`the ${name} leaves language and direction to a page that speaks as it does`, async () => {
      speak('nl-NL');
      const element = await seen();
      const { host } = element.getRootNode() as ShadowRoot;
      expect([...(host.shadowRoot as ShadowRoot).querySelectorAll('[lang]')]).to.deep.equal([]);
    });
  }

  it('a dialog in a shadow root of its own speaks Dutch too', async () => {
    speak('ar', 'rtl');
    const { voter } = await voteOpened();
    (await voter.button('Lees meer: Bomen in de Tulpstraat')).click();
    const title = await voter.see('dialog[open] h3');
    expect(languageAt(title)).to.equal('nl');
    expect(getComputedStyle(title).direction).to.equal('ltr');
    expect(focused()?.closest('dialog')).not.to.equal(null);
  });

  it('follows a page that changes its language', async () => {
    speak('de');
    const { voter } = await voteOpened();
    const element = await voter.see('.bar-words');
    speak('nl');
    await until('no mark', () => languageAt(element) === 'nl' && !element.closest('[lang]'));
    speak('en');
    await voter.read('Choose your plans');
    expect(element.closest('[lang]')).to.equal(null);
    speak('ar', 'rtl');
    await until('Dutch', () => element.closest('[lang]')?.getAttribute('lang') === 'nl');
    expect(getComputedStyle(element).direction).to.equal('ltr');
  });
});
