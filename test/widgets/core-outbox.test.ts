import { expect } from '@open-wc/testing';
import { waitUntil } from './patience.js';
import { ApiError } from '@buurt/core/http/api-error.js';
import { Outbox, type OutboxScope, type Waiting } from '@buurt/core/storage/outbox.js';

const scopeOf = (): OutboxScope => ({
  widget: 'test',
  endpoint: `https://${crypto.randomUUID()}.example/v1`,
  buurt: 'BU0363AA01',
});

/** A form with an outbox: what it was told, and a server that can be told to fail. */
function formWith(
  scope: OutboxScope,
  server: (waiting: Waiting<string>, signal: AbortSignal) => Promise<string>,
) {
  const sent: string[] = [];
  const refused: unknown[] = [];
  const outbox = new Outbox<string, string>(scope, {
    send: server,
    sent: (receipt, { value }) => sent.push(`${value}: ${receipt}`),
    refused: (error) => refused.push(error) > 0,
  });
  return { outbox, sent, refused };
}

const offline = () => Promise.reject(new ApiError('offline'));

describe('What was handed in without network', () => {
  const opened: Outbox<string, string>[] = [];
  const form = (...given: Parameters<typeof formWith>) => {
    const made = formWith(...given);
    opened.push(made.outbox);
    return made;
  };
  afterEach(() => {
    for (const outbox of opened.splice(0)) outbox.stop();
    localStorage.clear();
  });

  it('waits, and goes by itself when the network is back', async () => {
    let online = false;
    const { outbox, sent } = form(scopeOf(), () => (online ? Promise.resolve('got it') : offline()));
    outbox.start();
    expect(outbox.put({ id: 'k-1', value: 'bankje' })).to.equal(true);
    await outbox.now();
    expect(outbox.waiting).to.have.lengthOf(1);
    online = true;
    dispatchEvent(new Event('online'));
    await waitUntil(() => sent.length > 0);
    expect(sent).to.deep.equal(['bankje: got it']);
    expect(outbox.waiting).to.deep.equal([]);
  });

  it('goes after a reload too', async () => {
    const scope = scopeOf();
    form(scope, offline).outbox.put({ id: 'k-1', value: 'bankje' });
    const { outbox, sent } = form(scope, () => Promise.resolve('got it'));
    outbox.start();
    await waitUntil(() => sent.length > 0);
    expect(localStorage.length).to.equal(0);
  });

  it('is sent by one tab at a time, and the other hears of it', async () => {
    const scope = scopeOf();
    let answers = 0;
    const server = async () => {
      answers++;
      await new Promise((resolve) => setTimeout(resolve, 100));
      return 'got it';
    };
    const [one, other] = [form(scope, server), form(scope, server)];
    one.outbox.put({ id: 'k-1', value: 'bankje' });
    one.outbox.start();
    other.outbox.start();
    await waitUntil(() => one.sent.length + other.sent.length > 0);
    expect(answers).to.equal(1);
  });

  it('that another tab brought to the server is told here with its receipt', () => {
    const scope = scopeOf();
    const { outbox, sent } = form(scope, offline);
    outbox.put({ id: 'k-1', value: 'bankje' });
    outbox.start();
    const [key] = Object.keys(localStorage);
    const newValue = JSON.stringify([{ id: 'k-1', value: 'bankje', receipt: 'got it' }]);
    dispatchEvent(new StorageEvent('storage', { key: key!, newValue }));
    expect(sent).to.deep.equal(['bankje: got it']);
  });

  it('does not wait any longer when the server says no', async () => {
    const no = new ApiError('invalid');
    const { outbox, refused } = form(scopeOf(), () => Promise.reject(no));
    outbox.put({ id: 'k-1', value: 'bankje' });
    outbox.start();
    await waitUntil(() => refused.length > 0);
    expect(refused).to.deep.equal([no]);
    expect(outbox.waiting).to.deep.equal([]);
  });

  it('can be taken back', async () => {
    const sending: string[] = [];
    const { outbox } = form(scopeOf(), ({ value }) => {
      sending.push(value);
      return offline();
    });
    outbox.put({ id: 'k-1', value: 'bankje' });
    outbox.remove('k-1');
    outbox.start();
    await outbox.now();
    expect(sending).to.deep.equal([]);
  });

  it('does not go on when it is taken back on its way, here or in another tab', async () => {
    for (const elsewhere of [false, true]) {
      const scope = scopeOf();
      let signal: AbortSignal | undefined;
      const { outbox, sent, refused } = form(
        scope,
        (_, given) =>
          new Promise((_resolve, reject) => {
            signal = given;
            given.addEventListener('abort', () => reject(new ApiError('aborted')));
          }),
      );
      outbox.put({ id: 'k-1', value: 'bankje' });
      const [key] = Object.keys(localStorage);
      outbox.start();
      await waitUntil(() => signal);
      if (elsewhere) {
        localStorage.clear();
        dispatchEvent(new StorageEvent('storage', { key: key!, newValue: null }));
      } else outbox.remove('k-1');
      expect(signal?.aborted).to.equal(true);
      await outbox.now();
      expect([sent, refused, outbox.waiting]).to.deep.equal([[], [], []]);
    }
  });

  it('waits on when the server says no and nobody is there to take it', async () => {
    const refused: string[] = [];
    const outbox = new Outbox<string, string>(scopeOf(), {
      send: () => Promise.reject(new ApiError('invalid')),
      sent: () => undefined,
      refused: (_, { id }) => refused.push(id) > 1,
    });
    opened.push(outbox);
    outbox.put({ id: 'k-1', value: 'bankje' });
    outbox.start();
    await outbox.now();
    expect(outbox.waiting).to.have.lengthOf(1);
    await outbox.now();
    expect(outbox.waiting).to.deep.equal([]);
    expect(refused).to.deep.equal(['k-1', 'k-1']);
  });

  it('is not sent from an element that is gone', async () => {
    const { outbox, sent } = form(scopeOf(), () => Promise.resolve('got it'));
    outbox.put({ id: 'k-1', value: 'bankje' });
    outbox.start();
    outbox.stop();
    dispatchEvent(new Event('online'));
    await outbox.now();
    expect(sent).to.have.lengthOf.at.most(1);
  });

  it('waits in memory where the browser keeps nothing', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('No', 'QuotaExceededError');
    };
    const { outbox, sent } = form(scopeOf(), () => Promise.resolve('got it'));
    expect(outbox.put({ id: 'k-1', value: 'bankje' })).to.equal(false);
    outbox.start();
    await waitUntil(() => sent.length > 0);
    Storage.prototype.setItem = setItem;
    expect(outbox.waiting).to.deep.equal([]);
  });

  it('waits beside what was kept before when the browser has no room for more', async () => {
    const { outbox, sent } = form(scopeOf(), () => Promise.resolve('got it'));
    outbox.put({ id: 'k-1', value: 'bankje' });
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('Full', 'QuotaExceededError');
    };
    expect(outbox.put({ id: 'k-2', value: 'tafel' })).to.equal(false);
    Storage.prototype.setItem = setItem;
    outbox.start();
    await waitUntil(() => sent.length > 1);
    expect(sent).to.deep.equal(['bankje: got it', 'tafel: got it']);
    expect(outbox.waiting).to.deep.equal([]);
  });

  for (const corrupt of ['{', 'null', '[null, 7, {"id": 3, "value": 1}]'])
    it(`survives a corrupt storage (${corrupt})`, async () => {
      const scope = scopeOf();
      const { outbox } = form(scope, offline);
      outbox.put({ id: 'k-1', value: 'bankje' });
      localStorage.setItem(Object.keys(localStorage)[0]!, corrupt);
      expect(outbox.waiting).to.deep.equal([]);
      outbox.put({ id: 'k-2', value: 'tafel' });
      expect(outbox.waiting).to.have.lengthOf(1);
    });
});
