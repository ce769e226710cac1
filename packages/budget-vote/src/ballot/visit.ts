import { ApiError, type ServerProblem } from '@buurt/core/http/api-error.js';
import { ballotProblems } from '@buurt/domain/voting/ballot-problems.js';
import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import type { CastBallot } from '@buurt/domain/voting/cast.js';
import { readCode } from '@buurt/domain/rounds/code.js';
import { decodeBallot } from './ballot-encoding.js';
import { castBallot, codeRejectionOf, readEarlierBallot } from './ballot-api.js';
import { Choice } from './choice.js';
import { BallotDraftStorage } from './ballot-draft-storage.js';
import { choosing, type BallotStep } from './ballot-step.js';
import type { DeskHost, VotingOptions } from '../desk-host.js';
import type { SubmitError } from './submit-error.js';
import {
  earlierBallotOf,
  isSameBallot,
  unknownVoter,
  credentialOf,
  type Credential,
  type VoterStatus,
  type CodeRejection,
} from './voter-status.js';

/** One household at the vote: what it chose, who it is, and what became of its ballot. */
export class Visit {
  readonly #host: DeskHost;
  readonly #manner: VotingOptions;
  readonly choice: Choice;
  #phase: BallotStep = choosing;
  #typed = '';
  #voter: VoterStatus = unknownVoter;
  #problems: readonly ServerProblem[] = [];
  #setback: SubmitError | undefined;
  #turn = 0;
  #tries = 0;
  #asking: AbortController | undefined;
  #asked: Promise<void> = Promise.resolve();
  #sending: AbortController | undefined;

  constructor(host: DeskHost, manner: VotingOptions) {
    this.#host = host;
    this.#manner = manner;
    const round = host.round();
    const keeping = new BallotDraftStorage(manner.api, round, manner.helper ? 'off' : 'session');
    const { code, choice } = manner.carried;
    const lines = choice ? decodeBallot(choice, round) : keeping.load(round);
    this.choice = new Choice(host.round, keeping, { lines, changed: this.#onChoice });
    if (manner.token) void this.#ask({ token: manner.token });
    else if (code) this.bringCode(code);
    if (manner.code === 'first' && !credentialOf(this.#voter)) this.#phase = { name: 'code' };
  }

  get phase(): BallotStep {
    return this.#phase;
  }

  get voter(): VoterStatus {
    return this.#voter;
  }

  /** The code as far as it is typed. */
  get typed(): string {
    return this.#typed;
  }

  get problems(): readonly ServerProblem[] {
    return this.#problems;
  }

  get setback(): SubmitError | undefined {
    return this.#setback;
  }

  /** How often somebody wanted to go on with a code that is wrong: each time that is said again. */
  get tries(): number {
    return this.#tries;
  }

  /** How many voters were here before. */
  get turn(): number {
    return this.#turn;
  }

  /** Whether there is anything that the next voter should not see. */
  get begun(): boolean {
    const { name } = this.#phase;
    const atStart = name === (this.codeFirst ? 'code' : 'choosing') && this.#voter === unknownVoter;
    return !atStart || this.#typed !== '' || this.choice.lines.length > 0;
  }

  get helper(): boolean {
    return this.#manner.helper;
  }

  /** What was chosen and is not with the server. */
  get unsent(): readonly BallotLine[] {
    const { name } = this.#phase;
    const { lines } = this.choice;
    const earlier = earlierBallotOf(this.#voter);
    const isSent = name === 'cast' || name === 'changed' || (earlier && isSameBallot(lines, earlier.lines));
    return isSent ? [] : lines;
  }

  /** An earlier vote of this household counts, and stays until another takes its place. */
  get isChange(): boolean {
    return earlierBallotOf(this.#voter) !== null;
  }

  /** The code was asked for before the proposals. */
  get codeFirst(): boolean {
    return this.#manner.code === 'first';
  }

  /** The page's own site vouches for the voter, so that no code is asked. */
  get vouched(): boolean {
    return this.#manner.token !== '';
  }

  /** The household's earlier vote in the place of what was chosen just now. */
  readonly takeEarlier = (): void => {
    this.choice.put(earlierBallotOf(this.#voter)?.lines ?? []);
    this.#travel(choosing);
  };

  /** Reads a code while it is typed; the server hears of it only when it is whole. */
  readonly typeCode = (text: string): void => {
    this.#typed = text;
    this.#asking?.abort();
    const read = readCode(text);
    if ('code' in read) void this.#ask({ code: read.code });
    // Too short is no mistake as long as somebody types.
    else this.#know(read.problem.code === 'too-short' ? unknownVoter : { name: 'wrong', why: read.problem });
  };

  /** A code that came with the address; what is wrong with it is said at once. */
  bringCode(text: string): void {
    this.typeCode(text);
    const read = readCode(text);
    if ('problem' in read) this.#know({ name: 'wrong', why: read.problem });
  }

  /** From the code to the proposals. */
  readonly begin = async (): Promise<void> => {
    if (!this.#knowsWho()) return;
    if (this.#voter.name === 'unsure') void this.#ask(this.#voter.proof);
    await this.#asked;
    if (this.#voter.name === 'known') this.#travel(choosing);
  };

  readonly check = (): void => {
    this.#setback = undefined;
    if (!this.#findsProblems()) this.#travel({ name: 'checking' });
  };

  readonly choose = (): void => {
    this.#problems = [];
    this.#setback = undefined;
    this.#travel(choosing);
  };

  /** Off to the server, once: a second press while it goes does nothing. */
  readonly send = async (): Promise<void> => {
    if (this.#phase.name !== 'checking' || this.#findsProblems() || !this.#knowsWho()) return;
    const justTyped = this.#voter.name === 'asking';
    const pressed = this.#phase;
    await this.#asked;
    const proof = credentialOf(this.#voter);
    // Whoever went back meanwhile may have chosen something else, and presses again.
    if (!proof || this.#phase !== pressed) return;
    const { id: roundId } = this.#host.round();
    const earlier = earlierBallotOf(this.#voter);
    // Whoever voted before sees that before anything takes its place.
    if (justTyped && earlier) return this.#host.focus('.earlier');
    if (!this.#host.maySubmit({ roundId, changing: earlier !== null })) return this.#setBack('prevented');
    this.#setback = undefined;
    this.#travel({ name: 'sending' });
    await this.#cast(proof, earlier);
  };

  /** The voter does not want to wait for the answer any longer. */
  readonly stop = (): void => this.#sending?.abort();

  /** Nothing of this voter stays; the next one begins. */
  readonly wipe = (): void => {
    this.#turn += 1;
    this.#asking?.abort();
    this.#sending?.abort();
    this.#forget();
    this.#travel(this.#manner.code === 'first' ? { name: 'code' } : choosing);
  };

  close(): void {
    this.#asking?.abort();
    this.#sending?.abort();
  }

  #ask(proof: Credential): Promise<void> {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    this.choice.newIntent();
    this.#know({ name: 'asking', proof });
    this.#asked = this.#askServer(proof, asking.signal);
    return this.#asked;
  }

  async #askServer(proof: Credential, signal: AbortSignal): Promise<void> {
    try {
      const earlier = await readEarlierBallot(this.#manner.api, this.#host.round(), proof, signal);
      if (signal.aborted) return;
      this.#voter = { name: 'known', proof, earlier };
      if (earlier && this.choice.lines.length === 0) this.choice.put(earlier.lines);
      this.#host.changed();
    } catch (error) {
      if (signal.aborted || !(error instanceof ApiError)) return;
      this.#host.failed(error);
      const why = codeRejectionOf(error);
      if (why) this.#refuseCode(why);
      else this.#know({ name: 'unsure', proof, error });
      if (error.type === 'closed' || error.type === 'not-open-yet') this.#host.askRound();
    }
  }

  async #cast(proof: Credential, earlier: CastBallot | null): Promise<void> {
    const sending = new AbortController();
    this.#sending = sending;
    const { api, helper } = this.#manner;
    const { lines, key } = this.choice;
    const channel = helper ? 'assisted' : 'online';
    const casting = { round: this.#host.round(), proof, lines, channel, key, earlier } as const;
    try {
      this.#arrived(await castBallot(api, casting, sending.signal));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#refused(error, proof);
    }
  }

  #arrived(done: CastBallot): void {
    const { receipt, version, changed } = done;
    this.#host.cast({ roundId: this.#host.round().id, receipt, version, changed });
    const proof = credentialOf(this.#voter);
    this.choice.markSent();
    if (this.#manner.helper) this.#forget();
    else if (proof) this.#voter = { name: 'known', proof, earlier: done };
    this.#travel({ name: changed ? 'changed' : 'cast', cast: done });
  }

  #refused(error: ApiError, proof: Credential): void {
    if (error.kind === 'aborted') return this.#setBack('stopped');
    this.#host.failed(error);
    const why = codeRejectionOf(error);
    if (why) return this.#refuseCode(why);
    if (error.problems.length > 0) {
      this.#problems = error.problems;
      return this.#travel({ name: 'checking' }, '.error-summary');
    }
    if (error.status === 422) this.choice.newIntent();
    if (error.type === 'closed' || error.type === 'not-open-yet') this.#host.askRound();
    if (error.type === 'rules-changed') {
      this.#host.askRound();
      return this.#setBack('rules-changed');
    }
    if (error.status !== 412) return this.#setBack(error);
    void this.#ask(proof);
    this.#setBack('elsewhere');
  }

  /** The code has been cleared; whoever votes types it again. */
  #refuseCode(why: CodeRejection): void {
    this.#typed = '';
    this.#know({ name: 'wrong', why: this.vouched ? { by: 'token' } : why });
    const asks = this.vouched ? '.screen-title' : '#code';
    if (this.#phase.name === 'sending') this.#travel({ name: 'checking' }, asks);
    else if (this.codeFirst && !this.vouched) this.#travel({ name: 'code' }, asks);
    else if (this.#phase.name === 'checking') this.#host.focus(asks);
  }

  #setBack(setback: SubmitError): void {
    this.#setback = setback;
    this.#travel({ name: 'checking' }, '.setback');
  }

  /** Whether there is a code to send; says what is wrong with it when there is not. */
  #knowsWho(): boolean {
    if (credentialOf(this.#voter)) return true;
    const read = readCode(this.#typed);
    if ('problem' in read && this.#voter.name !== 'wrong') this.#know({ name: 'wrong', why: read.problem });
    this.#tries += 1;
    this.#host.focus('#code');
    this.#host.changed();
    return false;
  }

  #findsProblems(): boolean {
    this.#problems = ballotProblems(this.#host.round(), this.choice.lines);
    if (this.#problems.length === 0) return false;
    this.#host.focus('.error-summary');
    this.#host.changed();
    return true;
  }

  readonly #onChoice = (): void => {
    this.#problems = [];
    this.#host.changed();
  };

  #know(voter: VoterStatus): void {
    this.#voter = voter;
    this.#host.changed();
  }

  #forget(): void {
    this.choice.put([]);
    this.#typed = '';
    this.#voter = unknownVoter;
    this.#problems = [];
    this.#setback = undefined;
  }

  #travel(phase: BallotStep, focus = '.screen-title'): void {
    this.#phase = phase;
    this.#host.focus(focus);
    this.#host.changed();
  }
}
