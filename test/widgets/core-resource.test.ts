import { html, LitElement, type TemplateResult } from 'lit';
import { expect, fixture, waitUntil } from '@open-wc/testing';
import { Resource, type AnswerCache } from '@buurt/core/element/resource.js';
import { ApiError } from '@buurt/core/http/api-error.js';
import { ShapeError } from '@buurt/domain/wire/json.js';

/** The endpoint of a test: each call waits until the test answers it. */
class Endpoint {
  readonly calls: {
    readonly signal: AbortSignal;
    readonly answer: (json: unknown) => void;
    readonly fail: (error: unknown) => void;
  }[] = [];

  readonly fetch = (signal: AbortSignal): Promise<unknown> =>
    new Promise((answer, fail) => {
      this.calls.push({ signal, answer, fail });
      signal.addEventListener('abort', () => fail(new ApiError('aborted')));
    });

  get last() {
    return this.calls.at(-1)!;
  }
}

let endpoint: Endpoint;
let stored: Map<string, { readonly at: number; readonly json: unknown }>;
let errors: unknown[];

const cacheOf = (subject = ''): AnswerCache => ({
  get: (question) => stored.get(subject + question),
  set: (question, json) => void stored.set(subject + question, { at: 1, json }),
});

const textFrom = (json: unknown): string => {
  if (typeof json !== 'string') throw new ShapeError('', 'a text');
  return json;
};

class ResourceReader extends LitElement {
  subject: string | undefined = 'buurt one';
  question = '';
  client: object | undefined;
  readonly resource = new Resource<string>(this, {
    subject: () => this.subject,
    question: () => this.question,
    client: () => this.client,
    fetch: endpoint.fetch,
    parse: textFrom,
    cache: cacheOf,
    onError: (error) => errors.push(error),
  });

  protected override render(): TemplateResult {
    const { value, isLoading, error } = this.resource;
    return html`${value ?? 'nothing'}${isLoading ? ', loading' : ''}${error === undefined ? '' : ', failed'}`;
  }
}
customElements.define('resource-reader', ResourceReader);

const reader = () => fixture<ResourceReader>(html`<resource-reader></resource-reader>`);
const shows = (element: ResourceReader, words: string) =>
  waitUntil(() => element.shadowRoot!.textContent === words, `not “${words}”`);

describe('what the endpoint tells', () => {
  beforeEach(() => {
    endpoint = new Endpoint();
    stored = new Map();
    errors = [];
  });

  it('is asked once, and shown when it is there', async () => {
    const element = await reader();
    await shows(element, 'nothing, loading');
    endpoint.last.answer('one');
    await shows(element, 'one');
    element.requestUpdate();
    await element.updateComplete;
    expect(endpoint.calls).to.have.length(1);
  });

  it('stays while another question is asked, and when that fails', async () => {
    const element = await reader();
    endpoint.last.answer('one');
    await shows(element, 'one');
    element.question = '?q=tree';
    element.requestUpdate();
    await shows(element, 'one, loading');
    endpoint.last.fail(new ApiError('unreachable'));
    await shows(element, 'one, failed');
    expect(errors).to.have.length(1);
    element.resource.reload();
    await shows(element, 'one, loading');
    endpoint.last.answer('two');
    await shows(element, 'two');
  });

  it('goes when it is about something else', async () => {
    const element = await reader();
    endpoint.last.answer('one');
    await shows(element, 'one');
    element.subject = 'buurt two';
    element.requestUpdate();
    await shows(element, 'nothing, loading');
    element.subject = undefined;
    element.requestUpdate();
    await shows(element, 'nothing');
    expect(endpoint.last.signal.aborted).to.equal(true);
    expect(errors).to.deep.equal([]);
  });

  it('does not take an answer that came too late', async () => {
    const element = await reader();
    const first = endpoint.last;
    element.question = '?q=tree';
    element.requestUpdate();
    await element.updateComplete;
    first.answer('one');
    endpoint.last.answer('two');
    await shows(element, 'two');
    expect([...stored.keys()]).to.deep.equal(['buurt one?q=tree']);
  });

  it('stores an answer with its own subject, also when the element has just got another', async () => {
    const element = await reader();
    element.subject = 'buurt two';
    endpoint.last.answer('one');
    await waitUntil(() => stored.size > 0, 'not stored');
    expect([...stored.keys()]).to.deep.equal(['buurt one']);
    expect(element.resource.value).to.equal(undefined);
  });

  it('is loading as soon as the element wants to know something else, before it is asked', async () => {
    const element = await reader();
    endpoint.last.answer('one');
    await shows(element, 'one');
    element.question = '?q=tree';
    expect(element.resource.isLoading).to.equal(true);
    expect(endpoint.calls).to.have.length(1);
    element.subject = undefined;
    expect(element.resource.isLoading).to.equal(false);
  });

  it('is never loading while there is nothing to ask', async () => {
    const states: boolean[] = [];
    class Idle extends ResourceReader {
      override subject = undefined;
      protected override render(): TemplateResult {
        states.push(this.resource.isLoading);
        return super.render();
      }
    }
    customElements.define('idle-reader', Idle);
    await shows(await fixture<Idle>(html`<idle-reader></idle-reader>`), 'nothing');
    expect(states).not.to.include(true);
    expect(endpoint.calls).to.have.length(0);
  });

  it('has settled once it is there or has failed, also when it was asked again a moment ago', async () => {
    const element = await reader();
    endpoint.last.fail(new ApiError('unreachable'));
    await element.resource.settled();
    await shows(element, 'nothing, failed');
    element.resource.reload();
    let hasSettled = false;
    const settled = element.resource.settled().then(() => (hasSettled = true));
    await waitUntil(() => endpoint.calls.length === 2, 'not asked again');
    expect(hasSettled).to.equal(false);
    endpoint.last.answer('one');
    await settled;
    expect(element.resource.value).to.equal('one');
  });

  it('has settled while there is nothing to ask', async () => {
    const element = await reader();
    element.subject = undefined;
    element.requestUpdate();
    await element.resource.settled();
    await shows(element, 'nothing');
  });

  it('is there at once from an earlier visit, with its time, until a newer one comes', async () => {
    stored.set('buurt one', { at: 42, json: 'of yesterday' });
    const element = await reader();
    await shows(element, 'of yesterday, loading');
    expect(element.resource.storedAt).to.equal(42);
    endpoint.last.answer('of today');
    await shows(element, 'of today');
    expect(element.resource.storedAt).to.equal(undefined);
    expect(stored.get('buurt one')?.json).to.equal('of today');
  });

  it('is there from an earlier visit for another question too, and says which question it answers', async () => {
    stored.set('buurt one?q=tree', { at: 42, json: 'trees of yesterday' });
    const element = await reader();
    endpoint.last.answer('one');
    await shows(element, 'one');
    expect(element.resource.question).to.equal('');
    expect(element.resource.readAt).to.be.closeTo(Date.now(), 5000);
    element.question = '?q=tree';
    element.requestUpdate();
    await shows(element, 'trees of yesterday, loading');
    expect(element.resource.question).to.equal('?q=tree');
    expect(element.resource.readAt).to.equal(42);
    element.question = '?q=bench';
    element.requestUpdate();
    await shows(element, 'trees of yesterday, loading');
    expect(element.resource.question).to.equal('?q=tree');
  });

  it('is asked again through another client, while the last value stays', async () => {
    const element = await reader();
    endpoint.last.answer('one');
    await shows(element, 'one');
    element.client = {};
    element.requestUpdate();
    await shows(element, 'one, loading');
    endpoint.last.answer('two');
    await shows(element, 'two');
    expect(endpoint.calls).to.have.length(2);
  });

  it('is as if it was not there when what was stored cannot be read', async () => {
    stored.set('buurt one', { at: 42, json: { of: 'another version' } });
    await shows(await reader(), 'nothing, loading');
    expect(errors).to.deep.equal([]);
  });

  it('is unreadable when it has another shape, and is not stored', async () => {
    const element = await reader();
    endpoint.last.answer({ no: 'text' });
    await shows(element, 'nothing, failed');
    expect((errors[0] as ApiError).kind).to.equal('unreadable');
    expect(stored.size).to.equal(0);
  });

  it('is asked no longer when the element goes, and asked anew when it comes back', async () => {
    const element = await reader();
    const { signal } = endpoint.last;
    const home = element.parentElement!;
    element.remove();
    await waitUntil(() => signal.aborted, 'not aborted');
    home.append(element);
    await waitUntil(() => endpoint.calls.length === 2, 'not asked anew');
    endpoint.last.answer('one');
    await shows(element, 'one');
    expect(errors).to.deep.equal([]);
  });

  it('is not asked while the element is not on the page', async () => {
    const element = await reader();
    const home = element.parentElement!;
    element.remove();
    element.subject = 'buurt two';
    element.requestUpdate();
    await element.updateComplete;
    expect(endpoint.calls).to.have.length(1);
    home.append(element);
    await waitUntil(() => endpoint.calls.length === 2, 'not asked');
    endpoint.last.answer('two');
    await shows(element, 'two');
  });

  it('goes on when the element is only moved', async () => {
    const element = await reader();
    element.parentElement!.prepend(element);
    await element.updateComplete;
    expect(endpoint.calls).to.have.length(1);
    expect(endpoint.last.signal.aborted).to.equal(false);
  });
});
