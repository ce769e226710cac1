import type { ReactiveElement } from 'lit';
import { emit } from '@buurt/core/element/emit.js';
import { ApiError } from '@buurt/core/http/api-error.js';
import type { BuurtApi } from '@buurt/core/http/api.js';
import { newKey } from '@buurt/core/storage/key.js';
import type { Round } from '@buurt/domain/rounds/round.js';
import type { FocusAfterUpdate } from '../focus-after-update.js';
import type { UrlHandoff } from '../transfer/url-handoff.js';
import type { BallotActions } from '../view.js';
import { castBallot, readEarlierBallot } from './ballot-api.js';
import { BallotDraftStorage } from './ballot-draft-storage.js';
import { decodeBallot } from './ballot-encoding.js';
import {
  earlierBallotOf,
  reduceBallot,
  startBallot,
  type BallotAction,
  type BallotSession,
  type Credential,
  type FocusRequest,
  type VotingOptions,
} from './ballot-session.js';
import '../events.js';

interface BallotStart {
  readonly api: BuurtApi;
  readonly round: Round;
  readonly options: VotingOptions;
  /** What the address of the page brought. */
  readonly handoff: UrlHandoff;
}

const selectors: Readonly<Record<FocusRequest['on'], string>> = {
  title: '.screen-title',
  code: '#code',
  problems: '.error-summary',
  submitError: '.submit-error',
  earlier: '.earlier',
  choice: '.yours',
};

/** After these the server knows something of the round that this page does not. */
const isAboutTheRound = ({ type }: ApiError): boolean =>
  type === 'closed' || type === 'not-open-yet' || type === 'rules-changed';

/**
 * The ballot of a household, with what its states ask of the outside: a voter who is `asking` is looked up, a ballot that
 * is `sending` goes to the server, and what was chosen is kept on the device until then. All rules are in
 * `reduceBallot`.
 */
export class BallotController implements BallotActions {
  readonly #host: ReactiveElement;
  readonly #focus: FocusAfterUpdate;
  readonly #reloadRound: () => void;
  #session: BallotSession | undefined;
  #api: BuurtApi | undefined;
  #storage: BallotDraftStorage | undefined;
  /** Under which the server takes a ballot, once, however often it is sent. */
  #key = newKey();
  #lookup: AbortController | undefined;
  #submission: AbortController | undefined;

  constructor(host: ReactiveElement, focus: FocusAfterUpdate, reloadRound: () => void) {
    this.#host = host;
    this.#focus = focus;
    this.#reloadRound = reloadRound;
  }

  /** `undefined` while nobody can vote. */
  get session(): BallotSession | undefined {
    return this.#session;
  }

  start({ api, round, options, handoff }: BallotStart): void {
    this.#api = api;
    this.#storage = new BallotDraftStorage(api, round, options.isHelper ? 'off' : 'session');
    const lines = handoff.choice ? decodeBallot(handoff.choice, round) : this.#storage.load(round);
    this.#become(startBallot({ round, options, lines, code: handoff.code }));
  }

  /** Goes on with the round as the server last told of it. */
  update(api: BuurtApi, round: Round): void {
    this.#api = api;
    if (this.#session && this.#session.round !== round) this.#dispatch({ type: 'round-read', round });
  }

  /** The household leaves, or another begins: what was not sent stays as a draft. */
  close(): void {
    this.#lookup?.abort();
    this.#submission?.abort();
    this.#storage?.flush();
    this.#session = undefined;
  }

  readonly toggle = (proposalId: string): void => this.#dispatch({ type: 'toggle', proposalId });

  readonly remove = (proposalId: string): void => this.#dispatch({ type: 'remove', proposalId });

  readonly givePoints = (proposalId: string, points: number): void =>
    this.#dispatch({ type: 'give-points', proposalId, points });

  readonly move = (proposalId: string, places: number): void =>
    this.#dispatch({ type: 'move', proposalId, places });

  readonly clearAnnouncement = (): void => this.#dispatch({ type: 'clear-announcement' });

  readonly typeCode = (text: string): void => this.#dispatch({ type: 'type-code', text });

  readonly takeEarlier = (): void => this.#dispatch({ type: 'take-earlier' });

  readonly begin = (): void => this.#dispatch({ type: 'begin' });

  readonly choose = (): void => this.#dispatch({ type: 'choose' });

  readonly check = (): void => this.#dispatch({ type: 'check' });

  readonly submit = (): void => this.#dispatch({ type: 'submit' });

  readonly stopWaiting = (): void => this.#submission?.abort();

  readonly wipe = (): void => this.#dispatch({ type: 'wipe' });

  readonly focusOn = (selector: string): void => this.#focus.request(selector);

  #dispatch(action: BallotAction): void {
    if (this.#session) this.#become(reduceBallot(this.#session, action));
  }

  #become(session: BallotSession): void {
    const before = this.#session;
    const { voter, step, lines, intent, focus } = session;
    if (session === before) return;
    this.#session = session;
    if (before && lines !== before.lines) this.#storage?.save(lines);
    if (intent !== before?.intent) this.#key = newKey();
    if (focus && focus !== before?.focus) this.#focus.request(selectors[focus.on]);
    this.#host.requestUpdate();
    if (voter !== before?.voter) {
      this.#lookup?.abort();
      if (voter.name === 'asking') void this.#lookUp(session, voter.credential);
    }
    if (step.name === 'sending' && step !== before?.step) void this.#submit(session, step.credential);
  }

  async #lookUp({ round }: BallotSession, credential: Credential): Promise<void> {
    if (!this.#api) return;
    const { signal } = (this.#lookup = new AbortController());
    try {
      const earlier = await readEarlierBallot(this.#api, round, credential, signal);
      if (!signal.aborted) this.#dispatch({ type: 'voter-known', earlier });
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ApiError)) throw error;
      this.#onFailure(error);
      this.#dispatch({ type: 'voter-failed', error });
    }
  }

  async #submit({ round, voter, lines, options }: BallotSession, credential: Credential): Promise<void> {
    if (!this.#api) return;
    const { id: roundId } = round;
    const earlier = earlierBallotOf({ voter });
    const submission = { roundId, changing: earlier !== null };
    // The last moment at which the page can stop a vote.
    if (!emit(this.#host, 'buurt-vote-submit', submission, { cancelable: true }))
      return this.#dispatch({ type: 'prevented' });
    const { signal } = (this.#submission = new AbortController());
    const channel = options.isHelper ? 'assisted' : 'online';
    const ballot = { round, credential, lines, channel, key: this.#key, earlier } as const;
    try {
      const cast = await castBallot(this.#api, ballot, signal);
      const { receipt, version, changed } = cast;
      emit(this.#host, 'buurt-vote-cast', { roundId, receipt, version, changed });
      this.#dispatch({ type: 'cast', cast });
      this.#storage?.clear();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.kind !== 'aborted') this.#onFailure(error);
      this.#dispatch({ type: 'submit-failed', error });
    }
  }

  #onFailure(error: ApiError): void {
    emit(this.#host, 'buurt-error', { error });
    if (isAboutTheRound(error)) this.#reloadRound();
  }
}
