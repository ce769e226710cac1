import { html, render, type TemplateResult } from 'lit';
import { storyBuurt, storyConnection, type Answers } from '../support/endpoint.js';
import { Resident, until } from '../support/resident.js';

interface Story {
  readonly render: () => TemplateResult;
  readonly play?: (context: { canvasElement: HTMLElement }) => Promise<void>;
}

/** Puts it on an empty page. `fixture` waits for a frame, which a tab that nobody looks at never draws. */
function onThePage(content: TemplateResult): HTMLElement {
  for (const old of document.querySelectorAll('main')) old.remove();
  const page = document.createElement('main');
  document.body.append(page);
  render(content, page);
  return page;
}

/** A story on the page, after what its resident does. */
export async function shown(story: Story): Promise<Resident> {
  const page = onThePage(story.render());
  await story.play?.({ canvasElement: page });
  return new Resident(page);
}

/** A form on an endpoint of its own, so that no test finds what another left. */
export async function opened(answers: Answers = {}, keep: 'local' | 'session' | 'off' = 'off') {
  const connection = { ...storyConnection(answers), endpoint: `https://${crypto.randomUUID()}.example/v1` };
  const page = onThePage(
    html`<buurt-idea-form draft=${keep} buurt=${storyBuurt} .connection=${connection}></buurt-idea-form>`,
  );
  const resident = new Resident(page);
  await resident.read('Wat is je idee?');
  const posted = (path: string) =>
    connection.requests.filter(
      ({ method, url }) => method === 'POST' && new URL(url).pathname.endsWith(path),
    );
  return { resident, connection, page, posted };
}

/** The same page, opened again: a new form with the same attributes. */
export async function reopened({ form }: Resident): Promise<Resident> {
  const page = form.parentElement as HTMLElement;
  const fresh = document.createElement('buurt-idea-form');
  Object.assign(fresh, { draft: form.draft, buurt: form.buurt, connection: form.connection });
  dispatchEvent(new Event('pagehide'));
  form.replaceWith(fresh);
  await fresh.updateComplete;
  const resident = new Resident(page);
  await until('title', () => resident.title);
  return resident;
}

/** What has focus, also in the elements inside the form. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** The browser says that there is no network until `back` is called. */
export function withoutNetwork(): { readonly back: () => void } {
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
  return {
    back: () => {
      Reflect.deleteProperty(navigator, 'onLine');
      dispatchEvent(new Event('online'));
    },
  };
}

/** Everything that this page keeps on the device for an endpoint, as one text. */
export const keptFor = ({ endpoint }: { readonly endpoint: string }): string =>
  JSON.stringify(
    [localStorage, sessionStorage].flatMap((store) =>
      Object.entries(store).filter(([key]) => key.includes(endpoint)),
    ),
  );
