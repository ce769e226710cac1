import type { Finding } from './finding.js';
import type { CheckMessages } from './check.messages.js';

const styles = `
:host { all: initial; position: fixed; z-index: 2147483647; inset-inline: 0; inset-block-end: 0; display: block; }
section { box-sizing: border-box; max-block-size: 70vh; max-inline-size: 44rem; margin-inline: auto; overflow: auto;
  border: 2px solid #1f2625; border-block-end: 0; border-radius: 12px 12px 0 0; padding: 20px; color: #1f2625;
  background: #fff; font: 16px/1.5 system-ui, sans-serif; box-shadow: 0 -4px 24px #0003; overflow-wrap: anywhere; }
h2 { margin: 0; font-size: 20px; line-height: 1.25; }
p { margin: 8px 0; }
ul { display: grid; gap: 10px; margin: 12px 0; padding: 0; list-style: none; }
li { border-inline-start: 6px solid #b42318; padding-inline-start: 12px; }
li[data-level='hint'] { border-color: #8a5a00; }
li[data-level='good'] { border-color: #1a7f4b; }
b { display: block; font-size: 14px; }
summary { min-block-size: 44px; align-content: center; cursor: pointer; }
div { display: flex; flex-wrap: wrap; gap: 8px; margin-block-start: 12px; }
button { min-block-size: 44px; border: 1px solid #1f2625; border-radius: 8px; padding: 8px 16px; color: #1f2625;
  background: #fff; font: inherit; cursor: pointer; }
:focus-visible { outline: 3px solid #1f2625; outline-offset: 2px; }
@media print { :host { display: none; } }
`;

function part<K extends keyof HTMLElementTagNameMap>(tag: K, ...content: readonly (string | Node)[]) {
  const element = document.createElement(tag);
  element.append(...content);
  return element;
}

function list(findings: readonly Finding[], { levels }: CheckMessages): HTMLUListElement {
  const items = findings.map(({ level, text }) => {
    const item = part('li', part('b', levels[level]), text);
    item.dataset['level'] = level;
    return item;
  });
  return part('ul', ...items);
}

function button(label: string, onClick: () => void): HTMLButtonElement {
  const element = part('button', label);
  element.type = 'button';
  element.addEventListener('click', onClick);
  return element;
}

const summary = (findings: readonly Finding[], words: CheckMessages): string => {
  const count = findings.filter(({ level }) => level === 'wrong').length;
  return count === 0 ? words.allGood : words.toMend(count);
};

/** The report as text, the worst first. */
export function textOf(findings: readonly Finding[], words: CheckMessages): string {
  const lines = findings.map(({ level, text }) => `${words.levels[level]}: ${text}`);
  return [`${words.title}: ${summary(findings, words)}`, location.href, navigator.userAgent, ...lines].join(
    '\n',
  );
}

/** The report at the foot of the page, in a shadow of its own: no style of the page gets in, none gets out. */
export class Report {
  readonly #host = document.createElement('div');
  readonly #section = document.createElement('section');
  readonly #said = document.createElement('p');
  readonly #words: CheckMessages;

  constructor(words: CheckMessages) {
    this.#words = words;
    const root = this.#host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    this.#section.ariaLabel = words.title;
    this.#said.role = 'status';
    this.#said.textContent = words.busy;
    this.#section.append(part('h2', words.title), this.#said);
    root.append(this.#section);
    this.#host.setAttribute('data-buurt-report', '');
    document.body.append(this.#host);
  }

  show(findings: readonly Finding[]): void {
    const words = this.#words;
    const bad = findings.filter(({ level }) => level !== 'good');
    const seen = findings.filter(({ level }) => level === 'good');
    this.#said.textContent = summary(findings, words);
    this.#section.append(
      list(bad, words),
      part('details', part('summary', words.seen(seen.length)), list(seen, words)),
      part(
        'div',
        button(words.copy, () => void this.#copy(findings)),
        button(words.close, () => this.#host.remove()),
      ),
    );
  }

  async #copy(findings: readonly Finding[]): Promise<void> {
    const words = this.#words;
    try {
      await navigator.clipboard.writeText(textOf(findings, words));
      this.#said.textContent = words.copied;
    } catch {
      this.#said.textContent = words.notCopied;
    }
  }
}
