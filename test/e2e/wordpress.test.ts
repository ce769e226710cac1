import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import puppeteer, { type Browser } from 'puppeteer-core';
import { chromiumArgs, chromiumPath } from '../../.ci/browsers.mjs';
import { DistServer } from './dist-server.js';
import { good, inWordPress, php, type Site } from './in-wordpress.js';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const readJson = (path: string) => JSON.parse(readFileSync(at(path), 'utf8'));
const shortcode = (attributes: object, content = '', site: Site = {}) =>
  inWordPress([['shortcode', [attributes, content]]], site).answers[0] as string;

/** A site of WordPress where PHP runs; a machine without it was told so above. */
const describeWithPhp = php ? describe : () => undefined;

describeWithPhp('The plugin for WordPress', () => {
  it('gives a page the widget that its editor asks for, by shortcode and by block', () => {
    const expected =
      '<buurt-idea-form endpoint="https://buurt.example.nl/v1" heading-level="3" buurt="BU0363AA01">' +
      '<b>Bel ons</b></buurt-idea-form>';
    assert.equal(shortcode({ widget: 'idea-form', 'heading-level': '3' }, '<b>Bel ons</b>'), expected);
    const block = { widget: 'idea-form', options: { 'heading-level': '3' }, fallback: '<b>Bel ons</b>' };
    assert.equal(inWordPress([['block', [block]]]).answers[0], expected);
  });

  it('takes a word without a value, the quotes of a word processor, and another buurt', () => {
    const html = shortcode({ widget: '“budget-vote”', 0: 'helper', buurt: 'BU9999AA02' });
    assert.match(
      html,
      /^<buurt-budget-vote endpoint="[^"]+" helper buurt="BU9999AA02">Verschijnt hier niets/,
    );
  });

  it('knows every attribute of every widget, but for what an administrator decides', () => {
    const { constants } = inWordPress([]);
    const decided = ['endpoint', 'address-endpoint'];
    for (const { declarations } of readJson('../../dist/1/custom-elements.json').modules)
      for (const { tagName, attributes } of declarations) {
        const names = (attributes as { name: string }[]).map(({ name }) => name);
        if (tagName === 'buurt-provider') continue;
        const known = [...constants.widgets[tagName.replace('buurt-', '')], ...constants.every];
        assert.deepEqual(known.sort(), [...names.filter((name) => !decided.includes(name)), 'lang'].sort());
        for (const name of known) assert.ok(name in constants.patterns, `${name} has no pattern`);
      }
  });

  it('leaves out what is not an attribute or does not suit it', () => {
    const hostile = {
      onclick: 'alert(1)',
      style: 'position:fixed',
      id: 'wpadminbar',
      endpoint: 'https://evil.example/v1',
      'detail-href': 'javascript:alert(1)',
      'buurt-href': '//evil.example',
      tiles: 'https://x" onload="alert(1)',
      'heading-level': '2\n',
      lang: 'xx',
    };
    const html = shortcode({ widget: 'map-card', ...hostile }, '<script>alert(1)</script>');
    assert.match(html, /^<buurt-map-card endpoint="[^"]+" buurt="BU0363AA01">alert\(1\)<\/buurt-map-card>$/);
  });

  it('keeps a value inside its quotes', () => {
    const html = shortcode({ widget: 'map-card', 'tiles-attribution': '" onfocus="alert(1)' });
    assert.ok(html.includes(' tiles-attribution="&quot; onfocus=&quot;alert(1)" '), html);
  });

  it('tells who may edit, in words, what it left out, and no visitor', () => {
    const wrong = { widget: 'idea-form', draft: '<img src=x>' };
    const told = shortcode(wrong, '', { can: ['edit_posts'] });
    assert.ok(told.includes('“&lt;img src=x&gt;” past niet bij draft.'), told);
    assert.doesNotMatch(shortcode(wrong), /past niet/);
    const unknown = shortcode({ widget: 'idea-frm' }, '', { can: ['edit_posts'], locale: 'en_GB' });
    assert.match(unknown, /There is no widget “idea-frm”. Choose from: idea-form, budget-vote/);
    assert.equal(shortcode({ widget: '"><script>' }), '');
  });

  it('shows what an editor wrote for it as long as nobody filled in the settings', () => {
    assert.equal(shortcode({ widget: 'idea-form' }, 'Bel ons', { options: {} }), 'Bel ons');
  });

  it('says in the language of the site what is wrong with a setting, and keeps what was there', () => {
    const typed = { ...good, script: 'javascript:alert(1)//buurt.js', buurt: '<b>BU1', endpoint: '' };
    const { answers, seen } = inWordPress([['validated', [typed]]]);
    assert.deepEqual(answers[0], { ...good, endpoint: '' });
    assert.deepEqual(seen.errors, {
      script:
        '“javascript:alert(1)//buurt.js” is niet bewaard bij “Adres van het script”. ' +
        'Het lijkt op https://buurt.example.nl/dist/1/buurt.js.',
      endpoint: 'Er verschijnt pas een widget als “Adres van de server” is ingevuld.',
      buurt:
        '“&lt;b&gt;BU1” is niet bewaard bij “Code van de buurt”. ' +
        'Dat is BU met acht tekens. Een pagina kan een andere noemen.',
    });
    const english = inWordPress([['validated', [{ ...good, integrity: 'md5-1' }]]], { locale: 'en_US' });
    assert.match(
      english.seen.errors.integrity,
      /^“md5-1” is not saved as “Hash of the script”\. Leave it empty/,
    );
  });

  it('says that a hash does not go with an address that follows updates', () => {
    const warningFor = (typed: object) =>
      inWordPress([['validated', [{ ...good, ...typed }]]]).seen.errors.follows;
    const follows = { script: 'https://buurt.example.nl/dist/1/buurt.js' };
    assert.match(warningFor(follows), /staat geen versie/);
    assert.match(warningFor({ ...follows, integrity: '' }), /staat geen versie/);
    assert.equal(warningFor({ ...follows, integrity: '', 'styles-integrity': '' }), undefined);
    assert.equal(warningFor({}), undefined);
  });

  it('takes no address that is not https, but for somebody who tries it at home', () => {
    const taken = (script: string) => inWordPress([['validated', [{ script }]]]).answers[0].script === script;
    const refused = [
      'http://buurt.example.nl/buurt.js',
      'https://buurt.example.nl/buurt.js?x',
      'https://buurt.example.nl/other.js',
      'https://user@buurt.example.nl/buurt.js',
      'https://x"y/buurt.js',
      '//buurt.example.nl/buurt.js',
      'http://localhost.evil.example/buurt.js',
    ];
    assert.deepEqual(refused.filter(taken), []);
    assert.ok(taken('http://localhost:8080/dist/1/buurt.js'));
  });

  it('shows the settings to an administrator only, with everything escaped', () => {
    const options = { ...good, buurt: '"><script>alert(1)</script>' };
    const show = [['show_settings', []]] as const;
    const html = inWordPress(show, { options, can: ['manage_options'] }).answers[0];
    assert.ok(html.includes('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"'), html);
    assert.ok(html.includes('_wpnonce'));
    assert.equal(inWordPress(show, { can: ['edit_posts'] }).answers[0], null);
    assert.equal(inWordPress([['#admin_menu', []]]).seen.capability, 'manage_options');
  });

  it('loads the script as a module, with its hash, only where there is a widget', () => {
    const early = [['#wp_enqueue_scripts', []]] as const;
    for (const content of [
      'Zie [buurt widget="map-card"]',
      '<!-- wp:buurt/widget {"widget":"map-card"} /-->',
    ]) {
      const { scripts, styles } = inWordPress(early, { content }).seen;
      const hash = `integrity="${good.integrity}" crossorigin="anonymous"`;
      const script = `<script type="module" src="${good.script}" ${hash}></script>`;
      assert.equal(scripts['buurt-widgets'], script);
      assert.match(
        styles['buurt-widgets'],
        /integrity="sha384-b+" .* href='https:.*\/dist\/0\.9\.0\/buurt\.css'/,
      );
    }
    assert.deepEqual(inWordPress(early, { content: 'Gewoon tekst' }).seen.scripts, []);
    assert.deepEqual(inWordPress(early).seen.scripts, []);
  });

  it('leaves nothing behind when it is removed', () => {
    assert.deepEqual(inWordPress([['#uninstall', []]]).seen.deleted, ['buurt-widgets']);
  });

  it('gives the editor a block with a field for each attribute of the chosen widget', () => {
    interface Node {
      readonly props: { readonly label?: string } | null;
      readonly children: readonly Node[];
    }
    const labels = ({ props, children }: Node): string[] => [
      ...(props?.label ? [props.label] : []),
      ...children.flatMap(labels),
    ];
    const createElement = (_kind: unknown, props: Node['props'], ...children: Node[]) => ({
      props,
      children,
    });
    let edit = (_block: object): Node => assert.fail('The block is not there.');
    const blocks = {
      registerBlockType: (_name: string, block: { edit: typeof edit }) => (edit = block.edit),
    };
    const wp = {
      blocks,
      blockEditor: { useBlockProps: () => null },
      components: {},
      element: { createElement },
    };
    const { seen } = inWordPress([['#init', []]]);
    runInNewContext(seen.inline['buurt-widgets-editor'], { window: { wp } });

    const attributes = { widget: 'budget-vote', options: {}, fallback: '' };
    assert.deepEqual(labels(edit({ attributes, setAttributes: () => undefined })), [
      ...[
        'round',
        'code',
        'helper',
        'idle-seconds',
        'heading-level',
        'no-heading',
        'density',
        'theme-preset',
        'lang',
      ],
      ...['Te zien als de widget niet laadt', 'Buurt widget', 'Welke widget?', 'Code van de buurt'],
    ]);
    assert.equal(seen.blocks['buurt/widget'].render_callback, 'Buurt\\Widgets\\block');
  });

  describe('in a browser', () => {
    const server = new DistServer();
    let browser: Browser;
    before(async () => {
      await server.start();
      browser = await puppeteer.launch({ executablePath: chromiumPath() as string, args: chromiumArgs });
    });
    after(async () => {
      await browser.close();
      server.stop();
    });

    it('makes a page in which a resident can hand in an idea, by the hashes of the build', async () => {
      const hashes = readJson('../../dist/1/sri.json');
      const options = {
        script: `${server.origin}/buurt.js`,
        endpoint: `${server.origin}/v1`,
        buurt: 'BU0363AA01',
        integrity: hashes['buurt.js'],
        'styles-integrity': hashes['buurt.css'],
      };
      const asked = { widget: 'idea-form', draft: '"><img src=x onerror=alert(1)>' };
      const { answers, seen } = inWordPress([['shortcode', [asked]]], { options });
      const head = `${seen.styles['buurt-widgets']}${seen.scripts['buurt-widgets']}`;
      server.reset(`<!doctype html><html lang="nl"><title>Buurt</title>${head}<body>${answers[0]}`);
      const page = await browser.newPage();
      const failures: string[] = [];
      page.on('console', (message) => message.type() === 'error' && failures.push(message.text()));
      await page.goto(server.origin);
      await page.waitForFunction(() =>
        document.querySelector('buurt-idea-form')?.shadowRoot?.querySelector('input'),
      );
      assert.deepEqual(
        failures.filter((text) => /integrity|CORS/i.test(text)),
        [],
      );
      assert.equal(await page.evaluate(() => document.styleSheets.length), 1);
      assert.equal(await page.evaluate(() => document.querySelectorAll('img').length), 0);
    });
  });
});
