import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { Round } from '@buurt/domain/rounds/round.js';
import { offline, problem, silence, type Answer } from '../support/endpoint.js';
import { announcedRound, openRound, roundWith } from '../support/round.js';
import { castBefore, goodCode, refusal, voteConnection } from '../support/vote-endpoint.js';
import type { Voter } from '../support/voter.js';
import { until } from '../support/waiting.js';
import { focused, keptHere, opened } from './budget-vote-stage.js';

const plain = goodCode.replaceAll('-', '');
const keyOf = (request: Request | undefined) => request?.headers.get('idempotency-key');
const bodyOf = async (request: Request | undefined) => (await request?.json()) as Record<string, any>;

/** Answers in turn; the last one from then on. */
const inTurn = (...answers: readonly Answer[]): Answer => {
  let turn = 0;
  return (request) => (answers[Math.min(turn++, answers.length - 1)] as Answer)(request);
};

const taken =
  (rest: object = {}): Answer =>
  () =>
    Response.json(castBefore([{ proposalId: 'bank' }], rest), { status: 201 });

const titles = (voter: Voter) => voter.all('.card h4').map(({ textContent }) => textContent.trim());

/** Chooses the bench and stands before the button that sends it. */
async function atCheck(voter: Voter, code = goodCode): Promise<void> {
  await voter.add('Bankje op het plein');
  await voter.check();
  await voter.typeCode(code);
}

describe('choosing', () => {
  it('says in words what is left and what still fits', async () => {
    const { voter } = await opened();
    await voter.add('Bankje op het plein', 'Bomen in de Tulpstraat', 'Licht op het Kerkpad');
    await voter.read('Er is nog € 5.200 over.');
    await voter.read('Er passen nog 3 plannen bij.');
    await voter.press('Haal weg: Bomen in de Tulpstraat');
    await voter.read('Er is nog € 13.000 over.');
  });

  it('says beside a plan why it cannot be added, and adds nothing', async () => {
    const { voter } = await opened({ round: roundWith({ expression: 'approve', picks: { max: 1 } }) });
    await voter.add('Bankje op het plein');
    const button = await voter.button('Voeg toe: Lange tafel op straat');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    const why = button.getRootNode() as ShadowRoot;
    expect(why.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).to.contain(
      'Je hebt al 1 plan. Haal er eerst 1 weg.',
    );
    button.click();
    await voter.read('Lange tafel op straat kan er nu niet bij.');
    expect(voter.all('.card.chosen')).to.have.length(1);
  });

  it('shows the plans in an order that stays with the visitor', async () => {
    const { voter } = await opened();
    await voter.button('Controleer je keuze');
    const first = titles(voter);
    const { voter: again } = await opened();
    await again.button('Controleer je keuze');
    expect(titles(again)).to.deep.equal(first);
    expect(first.toSorted()).to.deep.equal(openRound.proposals.map(({ title }) => title).toSorted());
  });

  it('gives each voter at a helper another order and keeps nothing of it', async () => {
    localStorage.clear();
    const orders = new Set<string>();
    for (let visit = 0; visit < 6; visit++) {
      const { voter } = await opened({}, { helper: true });
      await voter.button('Controleer je keuze');
      orders.add(titles(voter).join());
    }
    expect(orders.size).to.be.greaterThan(1);
    expect(keptHere()).not.to.contain('buurt:order');
  });

  it('moves a plan up and keeps the finger on its button', async () => {
    const { voter, posted } = await opened({ round: roundWith({ expression: 'rank' }) });
    await voter.add('Bankje op het plein', 'Lange tafel op straat', 'Licht op het Kerkpad');
    const button = await voter.button('↑Omhoog: Licht op het Kerkpad');
    button.focus();
    button.click();
    await voter.read('Licht op het Kerkpad: nu op plaats 2 van 3.');
    expect(focused()?.textContent).to.contain('Omhoog: Licht op het Kerkpad');
    await voter.check();
    await voter.typeCode();
    await voter.press('Verstuur je stem');
    await until('vote', () => posted('/ballots')[0]);
    expect((await bodyOf(posted('/ballots')[0])).lines).to.deep.equal([
      { proposalId: 'bank', rank: 1 },
      { proposalId: 'licht', rank: 2 },
      { proposalId: 'tafel', rank: 3 },
    ]);
  });

  it('keeps the finger on the button at both ends of the list, and says where the plan is', async () => {
    const { voter } = await opened({ round: roundWith({ expression: 'rank' }) });
    await voter.add('Bankje op het plein', 'Lange tafel op straat', 'Licht op het Kerkpad');
    const press = async (sign: string, place: number) => {
      const button = await voter.button(`${sign}: Lange tafel op straat`);
      button.focus();
      button.click();
      await voter.read(`Lange tafel op straat: nu op plaats ${String(place)} van 3.`);
      expect(focused()?.textContent).to.contain(`${sign.slice(1)}: Lange tafel op straat`);
    };
    await press('↑Omhoog', 1);
    await press('↑Omhoog', 1);
    expect(focused()?.getAttribute('aria-disabled')).to.equal('true');
    await press('↓Omlaag', 2);
    await press('↓Omlaag', 3);
    await press('↓Omlaag', 3);
  });

  it('gives the focus to the list when a plan is taken off it', async () => {
    const { voter } = await opened();
    await voter.add('Bankje op het plein', 'Lange tafel op straat');
    const button = await until('button in the list', () => voter.all('.pick .link')[1]);
    button.focus();
    button.click();
    await voter.read('Lange tafel op straat is weg uit jouw keuze.');
    expect(focused()?.getAttribute('part')).to.equal('choice');
    expect(voter.all('.pick')).to.have.length(1);
  });

  it('takes points by number and by button', async () => {
    const rules = { expression: 'allocate', total: { max: 10 } } as const;
    const { voter } = await opened({ round: roundWith(rules) });
    await voter.add('Bankje op het plein');
    await voter.press('+Meer: Bankje op het plein');
    await voter.read('Je hebt nog 8 punten over.');
    const field = voter.all('.points input')[0] as HTMLInputElement;
    field.value = '7';
    field.dispatchEvent(new Event('change'));
    await voter.read('Je hebt nog 3 punten over.');
  });

  it('does not go on with an empty ballot, and says so where the focus goes', async () => {
    const { voter } = await opened();
    await voter.press('Controleer je keuze');
    await until('focus', () => focused()?.matches('.error-summary'));
    await voter.read('Kies eerst een plan.');
    expect(voter.state).to.contain('Je hebt nog niet gestemd');
    await voter.press('Kies eerst een plan.');
    expect(focused()?.textContent.trim()).to.match(/^Voeg toe: /);
  });

  it('leads from what is wrong to the place where it is mended, also from the check screen', async () => {
    const answer = problem(422, 'invalid', {
      errors: [{ pointer: '/lines/0', code: 'withdrawn' }],
    });
    const { voter } = await opened({ ballots: answer });
    await atCheck(voter);
    await voter.press('Verstuur je stem');
    await until('focus', () => focused()?.matches('.error-summary'));
    const link = voter.all('.error-summary a')[0];
    expect(link?.textContent).to.contain('Bankje op het plein');
    link?.click();
    await until('focus', () => focused()?.textContent.trim() === 'Haal weg: Bankje op het plein');
    expect(voter.state).to.contain('Je hebt nog niet gestemd');
  });

  it('says in both languages that a code was used very often today, and what counts', async () => {
    const answer = () =>
      new Response('{"type":"urn:buurt:problem:used-often","status":429,"detail":"Al 50 keer."}', {
        status: 429,
        headers: { 'content-type': 'application/problem+json', 'retry-after': '40000' },
      });
    const { voter } = await opened({ ballots: answer });
    await atCheck(voter);
    await voter.press('Verstuur je stem');
    await voter.read('Morgen kun je hem weer veranderen.');
    expect(voter.words).not.to.contain('gerust opnieuw');
    voter.vote.lang = 'en';
    await voter.read('You can change it again tomorrow.');
  });

  it('puts the focus on the heading of a screen itself, which has a role and a name', async () => {
    const { voter } = await opened();
    await voter.add('Bankje op het plein');
    await voter.check();
    await until('focus', () => focused()?.localName === 'h3');
    expect(focused()?.textContent).to.equal('Klopt het zo?');
    expect(
      voter.all('[tabindex="-1"]').every((each) => each.matches(':is(h2,h3,h4,h5,h6,[role],section,.state)')),
    ).to.equal(true);
  });

  it('adds up what was chosen before it is sent, in both languages', async () => {
    const { voter } = await opened();
    await voter.add('Bankje op het plein', 'Bomen in de Tulpstraat');
    await voter.check();
    const total = () => voter.all('.total')[0]?.textContent.trim().replace(/\s/g, ' ');
    expect(total()).to.equal('Samen € 10.200 van € 20.000');
    voter.vote.lang = 'en';
    await until('English', () => total() === 'Together €10,200 of €20,000');
  });

  it('has a bar of one line on a phone until something is chosen', async () => {
    await setViewport({ width: 390, height: 800 });
    const { voter } = await opened();
    const bar = await voter.see('.bar-box');
    await voter.read('Er is nog € 20.000 over.');
    expect(bar.getBoundingClientRect().height).to.be.lessThan(75);
    await voter.add('Bankje op het plein');
    await until('two lines', () => bar.getBoundingClientRect().height > 100);
    await setViewport({ width: 800, height: 600 });
  });

  it('opens a plan with the focus on its title', async () => {
    const { voter } = await opened();
    (await voter.button('Lees meer: Bomen in de Tulpstraat')).click();
    await until('focus', () => focused()?.matches('dialog h3#title'));
    expect(focused()?.textContent.trim()).to.equal('Bomen in de Tulpstraat');
  });

  it('has fields in ordinary letters, though their labels are bold', async () => {
    const { voter } = await opened();
    const field = await voter.see('.filter input');
    expect(getComputedStyle(field).fontWeight).to.equal('400');
  });

  it('says once beside the plans, and once with the choice, that an amount is the most that a plan can cost', async () => {
    const { voter } = await opened();
    const words = 'Bij elk plan staat hoeveel het hoogstens kost.';
    const times = () => voter.words.split(words).length - 1;
    await voter.add('Bankje op het plein');
    expect(times()).to.equal(1);
    await voter.check();
    expect(times()).to.equal(1);
  });

  it('says again why a plan cannot be added, when somebody tries again', async () => {
    const { voter } = await opened({ round: roundWith({ expression: 'approve', picks: { max: 1 } }) });
    await voter.add('Bankje op het plein');
    const button = await voter.button('Voeg toe: Lange tafel op straat');
    const said: string[] = [];
    const listen = new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes) if (node instanceof Text && node.data.trim()) said.push(node.data);
    });
    const region = voter.all('.for-reader[role=status]')[0] as HTMLElement;
    listen.observe(region, { subtree: true, childList: true });
    for (let times = 0; times < 2; times++) {
      button.click();
      await voter.vote.updateComplete;
    }
    await until('twice', () => said.length === 2);
    listen.disconnect();
    expect(new Set(said).size).to.equal(1);
  });

  it('keeps the choice as long as the tab is open, and never the code', async () => {
    const { voter, connection } = await opened();
    await atCheck(voter);
    await voter.read('De code klopt');
    dispatchEvent(new Event('pagehide'));
    expect(keptHere()).to.contain(connection.endpoint);
    expect(keptHere()).to.contain('bank');
    expect(keptHere()).not.to.match(new RegExp(`${plain}|${goodCode}`, 'i'));
  });

  it('shows a plan in a dialog, and comes back to the button that opened it', async () => {
    const { voter } = await opened();
    await voter.button('Controleer je keuze');
    const button = await voter.button('Lees meer: Bomen in de Tulpstraat');
    button.focus();
    button.click();
    const dialog = (await voter.see('dialog[open]')) as HTMLDialogElement;
    const add = [...dialog.querySelectorAll('button')].find(({ textContent }) =>
      textContent.includes('Voeg toe'),
    );
    add?.click();
    await voter.read('Er is nog € 12.200 over.');
    dialog.close();
    await until('focus', () => focused()?.textContent?.includes('Lees meer: Bomen in de Tulpstraat'));
  });
});

describe('the code', () => {
  for (const spelling of [
    plain.toLowerCase(),
    ` ${goodCode} `,
    plain.replaceAll('0', 'O').replaceAll('1', 'l'),
  ])
    it(`is understood as “${spelling}”`, async () => {
      const { voter, posted } = await opened();
      await atCheck(voter, spelling);
      await voter.read('De code klopt');
      expect(await bodyOf(posted('/mine')[0])).to.deep.equal({ code: plain });
    });

  it('with a slip of the pen is not sent anywhere', async () => {
    const { voter, posted } = await opened();
    await atCheck(voter, `${goodCode.slice(0, -1)}J`);
    await voter.read('Er zit een tikfout in de code.');
    await voter.press('Verstuur je stem');
    await voter.read('Er zit een tikfout in de code.');
    expect(focused()?.id).to.equal('code');
    const first = voter.all('#code-problem')[0];
    await voter.press('Verstuur je stem');
    const again = voter.all('#code-problem')[0];
    // Another element in the same live region: a screen reader says the same words again.
    expect(again?.textContent).to.equal(first?.textContent);
    expect(again).not.to.equal(first);
    expect(again?.parentElement?.getAttribute('aria-live')).to.equal('polite');
    expect(posted('/mine')).to.deep.equal([]);
    expect(posted('/ballots')).to.deep.equal([]);
  });

  it('that the server does not know is cleared, and asked for again', async () => {
    const { voter } = await opened({ mine: refusal(403, 'code-unknown') });
    await atCheck(voter);
    await voter.read('We kennen deze code niet.');
    await until('focus', () => focused()?.id === 'code');
    expect((focused() as HTMLInputElement).value).to.equal('');
  });

  it('comes out of the address before the first request', async () => {
    history.replaceState(null, '', `#code=${goodCode}&plek=3`);
    const seen: string[] = [];
    const round: Answer = () => {
      seen.push(location.href);
      return Response.json(openRound);
    };
    const { voter, posted } = await opened({ round }, { code: 'first' });
    await voter.read('Kies je plannen');
    expect(seen[0]).to.match(/#plek=3$/);
    expect(await bodyOf(posted('/mine')[0])).to.deep.equal({ code: plain });
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('comes out of an address whose path begins with two slashes', async () => {
    const path = location.pathname;
    history.replaceState(null, '', `${location.origin}//stem${location.search}#code=${goodCode}&plek=3`);
    try {
      const { voter, posted } = await opened({}, { code: 'first' });
      await voter.read('Kies je plannen');
      expect(location.href)
        .to.contain(`${location.origin}//stem`)
        .and.to.match(/#plek=3$/);
      expect(await bodyOf(posted('/mine')[0])).to.deep.equal({ code: plain });
    } finally {
      history.replaceState(null, '', location.origin + path + location.search);
    }
  });

  it('first: nobody sees the plans before it, and who voted sees that at once', async () => {
    const before = castBefore([{ proposalId: 'tafel' }]);
    const { voter } = await opened({ mine: before }, { code: 'first' });
    await voter.see('#code');
    expect(titles(voter)).to.deep.equal([]);
    await voter.typeCode();
    await voter.press('Verder');
    await voter.read('Je huishouden heeft al gestemd');
    expect(voter.all('.card.chosen h4').map(({ textContent }) => textContent.trim())).to.deep.equal([
      'Lange tafel op straat',
    ]);
  });

  it('that could not be looked up is looked up again by pressing again', async () => {
    const mine = inTurn(problem(500, 'x'), () => Response.json({ cast: null }));
    const { voter, posted } = await opened({ mine }, { code: 'first' });
    await voter.typeCode();
    await voter.press('Verder');
    await voter.read('We konden de code nu niet controleren.');
    await voter.press('Verder');
    await voter.read('Kies je plannen');
    expect(posted('/mine')).to.have.length(2);
  });

  it('is no longer that of the one before when somebody types on', async () => {
    let answer: () => void = () => undefined;
    const mine: Answer = async () => {
      await new Promise<void>((resolve) => (answer = resolve));
      return Response.json({ cast: castBefore([{ proposalId: 'tafel' }]) });
    };
    const { voter, posted } = await opened({ mine });
    await atCheck(voter);
    await until('question', () => posted('/mine')[0]);
    await voter.typeCode('K7QF');
    answer();
    await voter.press('Verstuur je stem');
    await voter.read('Er ontbreken nog 8 tekens.');
    expect(voter.words).not.to.contain('al gestemd');
    expect(posted('/ballots')).to.deep.equal([]);
  });

  it('is not asked for where the page hands over a token', async () => {
    const { voter, posted } = await opened({}, { token: 'van-de-site' });
    await voter.add('Bankje op het plein');
    await voter.check();
    expect(voter.all('#code')).to.deep.equal([]);
    await voter.press('Verstuur je stem');
    await voter.read('Dank je wel!');
    expect(await bodyOf(posted('/ballots')[0])).to.include({ token: 'van-de-site' });
  });

  it('is not asked for after the screen was wiped either, where the page hands over a token', async () => {
    const { voter, posted } = await opened({}, { token: 'van-de-site', code: 'first' });
    await voter.add('Bankje op het plein');
    await voter.check();
    await voter.press('Verstuur je stem');
    await voter.press('Klaar: wis alles');
    await voter.add('Lange tafel op straat');
    await voter.check();
    await voter.press('Verstuur je stem');
    await voter.read('Je huishouden heeft al gestemd');
    await voter.press('Verstuur je nieuwe stem');
    await voter.read('Gelukt. Je nieuwe stem telt mee.');
    expect(posted('/ballots')).to.have.length(2);
  });
});

describe('casting', () => {
  it('sends the choice under the rules that were read, and nothing else', async () => {
    const { voter, posted, told } = await opened();
    await voter.castVote('Bankje op het plein', 'Lange tafel op straat');
    await voter.read('Dank je wel! Je stem telt mee.');
    const [request] = posted('/ballots');
    expect(await bodyOf(request)).to.deep.equal({
      code: plain,
      rulesHash: openRound.rulesHash,
      lines: [{ proposalId: 'bank' }, { proposalId: 'tafel' }],
      channel: 'online',
    });
    expect(keyOf(request)).to.match(/^[0-9a-f-]{36}$/);
    expect(told).to.deep.equal([
      { type: 'buurt-vote-submit', detail: { roundId: 'ronde-1', changing: false } },
      {
        type: 'buurt-vote-cast',
        detail: { roundId: 'ronde-1', receipt: '4M7K2XQT', version: 1, changed: false },
      },
    ]);
    await until('focus', () => focused()?.textContent?.includes('Dank je wel'));
    expect(voter.state).to.equal('Je stem telt mee');
  });

  it('is not believed before the server says so', async () => {
    const { voter } = await opened({ ballots: silence });
    await voter.castVote('Bankje op het plein');
    await voter.read('We versturen je stem');
    expect(voter.words).not.to.contain('telt mee');
    await voter.press('Stop met wachten');
    await voter.read('Misschien kwam je stem al aan. Verstuur hem opnieuw om zeker te zijn.');
  });

  it('happens once, however often somebody presses', async () => {
    const slow: Answer = async (request) => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      return taken()(request);
    };
    const { voter, posted } = await opened({ ballots: slow });
    await atCheck(voter);
    const button = await voter.button('Verstuur je stem');
    const form = await voter.see('form');
    for (let press = 0; press < 10; press++) {
      button.click();
      form.dispatchEvent(new SubmitEvent('submit', { cancelable: true }));
    }
    await voter.read('Dank je wel!');
    expect(posted('/ballots')).to.have.length(1);
  });

  it('uses the same key again after a failure, and another after an edit', async () => {
    const failing = problem(500, 'x');
    const { voter, posted } = await opened({ ballots: inTurn(failing, failing, taken()) });
    await atCheck(voter);
    for (const tries of [1, 2]) {
      await voter.press('Verstuur je stem');
      await until('try', () => posted('/ballots').length === tries);
      await voter.read('Je stem is nog niet bevestigd');
    }
    await voter.press('Verander je keuze');
    await voter.add('Lange tafel op straat');
    await voter.check();
    await voter.press('Verstuur je stem');
    await voter.read('Dank je wel!');
    const [first, second, third] = posted('/ballots').map(keyOf);
    expect(first).to.equal(second);
    expect(third).not.to.equal(first);
  });

  it('is not sent without a press when somebody goes back and changes it while the code is looked up', async () => {
    let answer: () => void = () => undefined;
    const mine: Answer = () =>
      new Promise((resolve) => (answer = () => resolve(Response.json({ cast: null }))));
    const { voter, posted } = await opened({ mine });
    await atCheck(voter);
    await voter.press('Verstuur je stem');
    await voter.press('Verander je keuze');
    await voter.add('Lange tafel op straat');
    await voter.check();
    answer();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(posted('/ballots')).to.have.length(0);
    await voter.press('Verstuur je stem');
    await voter.read('Dank je wel!');
    expect(posted('/ballots')).to.have.length(1);
  });

  it('shows an earlier vote to who chose first, and replaces it only when he says so', async () => {
    const { voter, posted } = await opened({ mine: castBefore([{ proposalId: 'licht' }], { version: 4 }) });
    await voter.add('Bankje op het plein');
    await voter.check();
    await voter.typeCode();
    await voter.press('Verstuur je');
    await voter.read('Neem de vorige keuze over');
    expect(posted('/ballots')).to.deep.equal([]);
    await voter.press('Verstuur je nieuwe stem');
    await voter.read('Gelukt. Je nieuwe stem telt mee.');
    expect(posted('/ballots')[0]?.headers.get('if-match')).to.equal('"4"');
    expect(voter.state).to.equal('Je nieuwe stem telt mee');
  });

  it('can be kept as a text, with its number written as on the screen', async () => {
    const { voter } = await opened();
    const kept: Blob[] = [];
    const before = URL.createObjectURL;
    URL.createObjectURL = (blob: Blob) => {
      kept.push(blob);
      return '#kept';
    };
    try {
      await voter.castVote('Bankje op het plein');
      await voter.press('Bewaar een kopie');
    } finally {
      URL.createObjectURL = before;
    }
    const text = (await kept[0]?.text())?.replace(/\s/g, ' ');
    expect(text).to.contain('Je nummer: 4M7K 2XQT').and.to.contain('Bankje op het plein');
    await voter.press('Verander je stem');
    await voter.read('met nummer 4M7K 2XQT.');
  });

  it('can be changed from the receipt', async () => {
    const { voter } = await opened();
    await voter.castVote('Bankje op het plein');
    await voter.press('Verander je stem');
    await voter.add('Lange tafel op straat');
    await voter.check();
    await voter.press('Verstuur je nieuwe stem');
    await voter.read('Je vorige stem telt niet meer mee.');
  });

  it('never says to who votes again that nothing was sent, and always that the earlier vote counts', async () => {
    const { voter } = await opened({ mine: castBefore([{ proposalId: 'licht' }]) });
    await atCheck(voter);
    await voter.read('Je nieuwe keuze is nog niet verstuurd. Je vorige stem telt.');
    expect(voter.state).to.equal('Controleer je nieuwe keuze – je vorige stem telt');
    expect(voter.words).not.to.contain('niets verstuurd');
    await voter.press('Verander je keuze');
    expect(voter.state).to.equal('Je kiest opnieuw – je vorige stem telt');
    expect(voter.words).not.to.contain('niets verstuurd');
    await voter.press('Neem de vorige keuze over');
    await voter.check();
    await voter.read('Dit is je stem die al meetelt:');
    expect(voter.words).not.to.contain('niets verstuurd').and.not.to.contain('niet verstuurd');
  });

  it('says without a network that the earlier vote counts', async () => {
    const { voter } = await opened({ mine: castBefore([{ proposalId: 'licht' }]), ballots: offline });
    await atCheck(voter);
    await voter.read('al gestemd');
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      await voter.press('Verstuur je nieuwe stem');
      await voter.read('Je nieuwe keuze is niet verstuurd. Je vorige stem telt.');
      await voter.read('Je nieuwe stem is nog niet bevestigd');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('asks what to do when the vote was changed on another device', async () => {
    const mine = inTurn(
      () => Response.json({ cast: castBefore([{ proposalId: 'licht' }]) }),
      () => Response.json({ cast: castBefore([{ proposalId: 'tafel' }], { version: 2 }) }),
    );
    const ballots = inTurn(refusal(412, 'changed-elsewhere'), taken({ version: 3, changed: true }));
    const { voter, posted } = await opened({ mine, ballots });
    await atCheck(voter);
    await voter.read('al gestemd');
    await voter.press('Verstuur je nieuwe stem');
    await voter.read('Op een ander apparaat is deze stem intussen veranderd');
    await voter.read('Lange tafel op straat');
    await voter.press('Verstuur je nieuwe stem');
    await voter.read('Je nieuwe stem telt mee');
    expect(posted('/ballots').map(({ headers }) => headers.get('if-match'))).to.deep.equal(['"1"', '"2"']);
  });

  it('wipes everything for the next voter at a helper', async () => {
    const { voter, posted, connection } = await opened({}, { helper: true });
    await voter.castVote('Bankje op het plein');
    await voter.press('Volgende stemmer');
    await voter.read('Je koos nog niets');
    expect(voter.all('.card.chosen')).to.deep.equal([]);
    await voter.add('Lange tafel op straat');
    await voter.check();
    expect(((await voter.see('#code')) as HTMLInputElement).value).to.equal('');
    expect((await bodyOf(posted('/ballots')[0])).channel).to.equal('assisted');
    expect(keptHere(connection.endpoint)).to.equal('[]');
  });
});

describe('a round', () => {
  it('that is not open yet says when it opens, and shows the plans to read', async () => {
    const { voter } = await opened({ round: announcedRound });
    await voter.read('Bankje op het plein');
    expect(voter.state).to.equal('Nog niet open');
    await voter.read(/De stemming opent op .+ \(over \d/);
    expect(voter.words).not.to.contain('Voeg toe');
  });

  it('that closes while somebody chooses says so, and leaves the choice to be read', async () => {
    let phase: 'open' | 'closed' = 'open';
    const round: Answer = () => Response.json({ ...openRound, phase, serverTime: new Date().toISOString() });
    const { voter } = await opened({ round, ballots: refusal(409, 'closed') });
    await atCheck(voter);
    phase = 'closed';
    await voter.press('Verstuur je stem');
    await voter.read('De stemming sloot voordat je stem verstuurd was');
    await voter.read('Bankje op het plein');
    expect(voter.state).to.equal('De stemming is gesloten');
  });

  it('that closes while a vote is changed says that the earlier one counts', async () => {
    let phase: 'open' | 'closed' = 'open';
    const round: Answer = () => Response.json({ ...openRound, phase, serverTime: new Date().toISOString() });
    const mine = castBefore([{ proposalId: 'licht' }]);
    const { voter } = await opened({ round, mine, ballots: refusal(409, 'closed') });
    await atCheck(voter);
    await voter.read('al gestemd');
    phase = 'closed';
    await voter.press('Verstuur je nieuwe stem');
    await voter.read('Je vorige stem telt mee. Deze nieuwe keuze telt niet mee:');
  });

  it('is open or closed as the server says, whatever the device thinks it is', async () => {
    const { now } = Date;
    Date.now = () => now() + 90_000_000;
    try {
      const { voter } = await opened();
      await voter.button('Controleer je keuze');
      await voter.read('(over 3 dagen)');
    } finally {
      Date.now = now;
    }
  });

  it('is asked for again after half an hour in which the page was frozen', async () => {
    let asked = 0;
    const round: Answer = () => {
      asked += 1;
      return Response.json({ ...openRound, phase: asked > 1 ? 'closed' : 'open' });
    };
    const { voter } = await opened({ round });
    await voter.button('Controleer je keuze');
    const { now } = Date;
    Date.now = () => now() + 30 * 60_000;
    // The page of a test may lie behind another.
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    Reflect.deleteProperty(document, 'visibilityState');
    Date.now = now;
    await voter.read('De stemming is gesloten');
  });

  it('is asked for again when it should have closed, also after the vote was moved in the page', async () => {
    const { random } = Math;
    Math.random = () => 0;
    let asked = 0;
    const round: Answer = () => {
      asked += 1;
      const serverTime = new Date().toISOString();
      return Response.json({
        ...openRound,
        phase: asked > 1 ? 'closed' : 'open',
        serverTime,
        closesAt: serverTime,
      });
    };
    try {
      const { voter, page } = await opened({ round });
      await voter.add('Bankje op het plein');
      page.prepend(voter.vote);
      expect(voter.all('.card.chosen')).to.have.length(1);
      await until('the closed round', () => voter.state === 'De stemming is gesloten');
      expect(asked).to.equal(2);
    } finally {
      Math.random = random;
    }
  });

  it('is asked for again when the page replaces its connection', async () => {
    const { voter, connection } = await opened({ round: inTurn(problem(500, 'x')) });
    await voter.read('De stemming laadt nu niet.');
    const { fetch } = voteConnection();
    voter.vote.connection = { endpoint: connection.endpoint, fetch };
    await voter.button('Controleer je keuze');
  });

  it('that is another one begins with an empty ballot', async () => {
    const other: Round = { ...openRound, id: 'ronde-2', name: 'Het jaar daarna' };
    const round: Answer = ({ url }) => Response.json(url.endsWith('ronde-2') ? other : openRound);
    const { voter } = await opened({ round });
    await voter.add('Bankje op het plein');
    voter.vote.round = 'ronde-2';
    await voter.read('Het jaar daarna');
    await voter.read('Je koos nog niets');
    expect(voter.all('.card.chosen')).to.deep.equal([]);
  });

  it('that does not come can be asked for again without a reload', async () => {
    const { voter } = await opened({
      round: inTurn(problem(500, 'x'), () => Response.json(openRound)),
    });
    await voter.read('De stemming laadt nu niet.');
    await voter.press('Probeer opnieuw');
    await voter.button('Controleer je keuze');
  });
});
