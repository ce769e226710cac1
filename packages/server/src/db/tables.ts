import type { InboxKind } from '@buurt/domain/desk/inbox.js';
import type { MailKind } from '@buurt/domain/desk/mails.js';
import type { PaperResult } from '@buurt/domain/desk/paper-ballots.js';
import type { RoundPlan } from '@buurt/domain/desk/round-draft.js';
import type { StaffRole } from '@buurt/domain/desk/colleague.js';
import type { ActDetail, ActName, ActorKind, ActSubject } from '@buurt/domain/acts/act.js';
import type { Locale } from '@buurt/domain/wire/locale.js';
import type { Border, Position } from '@buurt/domain/geo/border.js';
import type { IdeaState } from '@buurt/domain/ideas/idea-state.js';
import type { IdeaSettings } from '@buurt/domain/ideas/settings.js';
import type { InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import type { AnswerBy, BuurtPromise, OfferKind } from '@buurt/domain/initiatives/initiative.js';
import type { OfferOutcome } from '@buurt/domain/initiatives/offer-outcome.js';
import type { NewRemark } from '@buurt/domain/initiatives/offer.js';
import type { BallotLine, BallotRules, Channel } from '@buurt/domain/rounds/ballot.js';
import type { TallyRules } from '@buurt/domain/rounds/round.js';
import type { ColumnType, Generated, Insertable, Selectable } from 'kysely';
import type { PaperReading } from '../rounds/double-keying.js';
import type { LogEvent } from '../rounds/log-chain.js';

/** A jsonb column: read as what it holds, written as the text of it. */
type Json<T> = ColumnType<T, string, string>;

/** A column that only the database writes. */
type Counted<T> = ColumnType<T, never, never>;

/** What a corporation wants different from `defaultIdeaSettings`; the name of the buurt comes from the buurt. */
export type SettingsOverrides = Partial<Omit<IdeaSettings, 'buurtName'>>;

export interface BuurtTable {
  code: string;
  name: string;
  municipality: string;
  households: number | null;
  /** Who counted the households, and of which day that is (`YYYY-MM-DD`). */
  households_source: ColumnType<string | null, string | null | undefined, string | null>;
  households_at: ColumnType<string | null, string | null | undefined, string | null>;
  border: Json<Border>;
  /** The bounds of the border, in degrees. */
  west: number;
  south: number;
  east: number;
  north: number;
  settings: ColumnType<SettingsOverrides, string | undefined, string>;
}

/** A piece of a street, to recognise a buurt by. */
export interface StreetTable {
  id: Counted<number>;
  name: string;
  line: Json<readonly Position[]>;
  /** The bounds of the line, in degrees. */
  west: number;
  south: number;
  east: number;
  north: number;
}

/** An idea, and the initiative that it becomes: `review` decides what is public, `status` where it stands. */
export interface InitiativeTable {
  id: string;
  buurt_code: string;
  reference: string;
  title: string;
  story: string;
  theme: string | null;
  status: ColumnType<InitiativeStatus, InitiativeStatus | undefined, InitiativeStatus>;
  status_reason: string | null;
  review: ColumnType<IdeaState, IdeaState | undefined, IdeaState>;
  review_reason: string | null;
  lat: number | null;
  lon: number | null;
  address: string | null;
  assets: ColumnType<string, string | undefined, string>;
  joiners: ColumnType<string, string | undefined, string>;
  /** What is asked of neighbours. */
  needs: ColumnType<OfferKind[], OfferKind[] | undefined, OfferKind[]>;
  /** What the initiator brings. */
  offers: ColumnType<OfferKind[], OfferKind[] | undefined, OfferKind[]>;
  cost_min_cents: number | null;
  cost_max_cents: number | null;
  /** By the id of the organiser's question. */
  answers: ColumnType<Record<string, string>, string | undefined, string>;
  created_at: Date;
  published_at: Date | null;
  /** When it was done, declined or hidden; the database sets it. From then on contact data has its days. */
  ended_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  updated_at: Date;
  /** How many neighbours are asked to bring each kind of `needs`; 1 where nothing is said. */
  asked: ColumnType<Partial<Record<OfferKind, number>>, string | undefined, string>;
  /** How often the maker's key was renewed. */
  owner_key_generation: Generated<number>;
  /** Counted by the database itself, as the next three. */
  support_count: Counted<number>;
  offer_count: Counted<number>;
  /** How many neighbours are still asked, all kinds together. */
  help_missing: Counted<number>;
  news_at: Counted<Date | null>;
  /** The words of title, story and address, stemmed and as they are. */
  search: Counted<string>;
}

/** What decided the order of lists before it changed; `xid` is the transaction that changed it. */
export interface InitiativeRankHistoryTable {
  position: Counted<string>;
  xid: Counted<string>;
  changed_at: Counted<Date>;
  initiative_id: string;
  buurt_code: string;
  support_count: number;
  help_missing: number;
  news_at: Date | null;
}

/** Name and ways to reach the initiator; a row of its own, so that it can be erased. Only `name` is ever shown. */
export interface ContactTable {
  initiative_id: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  consented_at: Date;
}

/** A photo belongs to nobody until an idea is handed in with it, or news is told with it. */
export interface PhotoTable {
  id: string;
  initiative_id: string | null;
  /** Absent: it is a photo of the initiative itself. */
  news_id: ColumnType<string | null, string | undefined, string | null>;
  alt: ColumnType<string, string | undefined, string>;
  position: ColumnType<number, number | undefined, number>;
  created_at: Date;
  /** The address that it came from, for a day: a hash that is another one tomorrow. */
  source: ColumnType<string | null, string | null | undefined, null>;
  /** The room that its files take together. */
  bytes: ColumnType<number, number | undefined, never>;
  /** Since when the organisation does not show it, and why; null while it goes with its idea. */
  hidden_at: ColumnType<Date | null, Date | undefined, Date | null>;
  hidden_reason: ColumnType<string | null, string | undefined, string | null>;
}

/** An idea that was brought in from another system. */
export interface ImportedIdeaTable {
  /** What the operator called that import. */
  import_name: string;
  /** The number that the idea had there, or its row. */
  origin: string;
  initiative_id: string;
}

/** A file of a release of the widgets. */
export interface WidgetFileTable {
  /** From the folder of the release: `buurt.js`, `chunks/shared-BxQ3_k9Q.js`. */
  path: string;
  version: string;
  brotli: Uint8Array;
}

/** One width of a photo, as WebP. */
export interface PhotoFileTable {
  photo_id: string;
  width: number;
  height: number;
  bytes: Uint8Array;
}

export interface OfferTable {
  id: string;
  initiative_id: string;
  kinds: OfferKind[];
  message: string;
  /** Null once erased. */
  name: string | null;
  contact: string | null;
  created_at: Date;
  /** When somebody of the organisation read it. */
  seen_at: ColumnType<Date | null, Date | undefined, Date>;
  /** In which the neighbour gets mails about it. */
  locale: ColumnType<Locale, Locale | undefined, never>;
  /** When it was mailed to the maker of the idea. */
  forwarded_at: ColumnType<Date | null, undefined, Date>;
  /**
   * Whether the neighbour joined, by whom and when that was said; all three or none. Who joined counts. Who took the offer
   * back says so themselves, by nobody, and leaves nothing but what they would have brought.
   */
  outcome: ColumnType<OfferOutcome | null, OfferOutcome | undefined, OfferOutcome>;
  /** What was written to the neighbour. */
  answer: ColumnType<string | null, string | undefined, string | null>;
  answered_by: ColumnType<AnswerBy | null, AnswerBy | undefined, AnswerBy | null>;
  answered_at: ColumnType<Date | null, Date | undefined, Date>;
}

export interface RemarkTable {
  id: string;
  initiative_id: string;
  stance: NewRemark['stance'];
  text: string;
  name: string | null;
  review: ColumnType<IdeaState, IdeaState | undefined, IdeaState>;
  created_at: Date;
  /** To a question: what was answered, by whom and when; all three or none. */
  answer: ColumnType<string | null, string | null | undefined, string>;
  answered_by: ColumnType<AnswerBy | null, AnswerBy | null | undefined, AnswerBy>;
  answered_at: ColumnType<Date | null, Date | null | undefined, Date>;
}

export interface RemarkReportTable {
  id: string;
  remark_id: string;
  reason: string;
  created_at: Date;
}

export interface SupportTable {
  initiative_id: string;
  browser_key_hash: string;
  created_at: Date;
}

export interface PromiseTable {
  id: string;
  initiative_id: string;
  who: string;
  what: string;
  /** A calendar date, `YYYY-MM-DD`. */
  due_on: string;
  state: BuurtPromise['state'];
  granted_cents: number | null;
  spent_cents: number | null;
  /** When it was last changed, and how often: a calendar wants to know. */
  revised_at: ColumnType<Date, Date | undefined, Date>;
  revisions: ColumnType<number, number | undefined, number>;
  /** The budget round that its money comes from. */
  round_id: ColumnType<string | null, string | undefined, string>;
}

export interface NewsTable {
  id: string;
  initiative_id: string;
  at: Date;
  text: string;
}

/** What was answered to a request that may come again. Never holds a secret: those are made anew. */
export interface IdempotencyTable {
  scope: string;
  key: string;
  fingerprint: string;
  answer: ColumnType<unknown, string | null, string>;
  created_at: Date;
}

/** One budget vote. The salt is for the codes of its letters; the fingerprint tells with which secret they were made. */
export interface RoundTable {
  id: string;
  buurt_code: string;
  name: string;
  intro: string;
  budget_cents: number;
  currency: string;
  opens_at: Date;
  closes_at: Date;
  /** Written once, when the time had come or an operator closed it; from then on no clock matters. */
  closed: ColumnType<boolean, boolean | undefined, boolean>;
  /** Taken back before anybody voted; it is shown to the operator only. */
  cancelled: ColumnType<boolean, boolean | undefined, boolean>;
  rules: Json<BallotRules>;
  tallies: Json<readonly TallyRules[]>;
  group_names: Json<Readonly<Record<string, string>>>;
  rules_hash: string;
  salt: Uint8Array;
  key_fingerprint: string;
  /** When its winners became promises. */
  settled_at: ColumnType<Date | null, undefined, Date>;
}

/** How often a round was revised since it was made, and when last. */
export interface RoundRevisionTable {
  round_id: string;
  revised_at: Generated<Date>;
  revisions: Generated<number>;
}

export interface ProposalTable {
  round_id: string;
  id: string;
  title: string;
  story: string;
  cost_cents: number;
  categories: string[];
  neighborhoods: string[];
  initiative_id: string | null;
  remark: string | null;
  excludes: string[];
  withdrawn: boolean;
}

/** The household of one letter in a round, by a hash of its code: nothing leads back to the code without the secret of the server. */
export interface CredentialTable {
  round_id: string;
  credential_hash: string;
  voided: ColumnType<boolean, boolean | undefined, boolean>;
  /** The line of the log that tells that it was made. */
  batch: number;
  /** The order of the desk with which its letter was made. */
  letter_order_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** The number of its letter, hashed with the key that is printed with the letters; erased once the round is closed. */
  letter_hash: ColumnType<string | null, string | null | undefined, string | null>;
}

/** The ballot that counts of one household. No time and no address stands beside it. */
export interface BallotTable {
  round_id: string;
  credential_hash: string;
  lines: Json<readonly BallotLine[]>;
  channel: Channel;
  version: number;
  receipt: string;
}

/** The keys under which a ballot was cast, so that a request that comes again has no second effect. */
export interface BallotKeyTable {
  round_id: string;
  credential_hash: string;
  key: string;
  fingerprint: string;
  version: number;
}

/** Everything that was done with a round, each line with the hash of all before it. */
export interface RoundLogTable {
  round_id: string;
  position: number;
  event: LogEvent;
  subject: string;
  version: number;
  digest: string;
  hash: string;
}

/** A neighbour who was asked to take over an initiative; one at a time waits for an answer. */
export interface HandoverTable {
  id: string;
  initiative_id: string;
  /** To whom the mail about it goes: whom the maker asked; once they took over, the maker before them until they were told. */
  email: string | null;
  locale: Locale;
  /** What the maker wrote; empty once it was answered or taken back. */
  text: string;
  asked_at: Date;
  expires_at: Date;
  outcome: ColumnType<HandoverOutcome | null, undefined, HandoverOutcome>;
}

/** What became of asking a neighbour to take over. */
export type HandoverOutcome = 'accepted' | 'declined' | 'withdrawn';

/** That somebody asked for the link of a maker, known here or not; kept for a day, so that a mailbox is not filled. */
export interface OwnerLinkRequestTable {
  mailbox_hash: string;
  at: Date;
}

/** Somebody who follows a buurt or one initiative by e-mail; hears nothing before they confirmed. */
export interface FollowerTable {
  id: string;
  buurt_code: string | null;
  initiative_id: string | null;
  email: string;
  /** Whoever handed in the initiative; they hear of it before it is shown, too. */
  is_maker: Generated<boolean>;
  /** The page on which they asked. */
  page: string | null;
  /** In which they read mails and their page. */
  locale: ColumnType<Locale, Locale | undefined, Locale>;
  asked_at: Date;
  confirmed_at: Date | null;
  /** Of a buurt: the last announcement that they heard of, and when a digest was last sent to them. */
  digest_until: Generated<number>;
  digest_sent_at: ColumnType<Date | null, Date | undefined, Date>;
}

/** That an initiative was published, in the order in which followers of its buurt hear of it. */
export interface AnnouncementTable {
  position: Counted<number>;
  initiative_id: string;
}

/** How much came from one address for one initiative on one day; the address is a hash that is another one tomorrow. */
export interface SourceCountTable {
  kind: 'support' | 'offer' | 'remark';
  initiative_id: string;
  day: string;
  source: string;
  count: number;
}

/** How many ideas for one buurt came from one address on one day; the address is a hash that is another one tomorrow. */
export interface IdeaSourceCountTable {
  buurt_code: string;
  day: string;
  source: string;
  count: number;
}

/** How often was voted with one code on one day; the hash of the code is another one tomorrow. */
export interface CastCountTable {
  day: string;
  code_hash: string;
  count: number;
}

/** That somebody asked to be sent a mail to confirm; kept for a day, so that a mailbox is not filled. */
export interface ConfirmationRequestTable {
  mailbox: string;
  at: Date;
}

/** How many mails were handed to the mail server in the hour that begins then. */
export interface MailCountTable {
  hour: Date;
  sent: number;
}

/** A mail that is still to be sent, gone as soon as it is; one that was refused for good stays for a week. */
export interface MailTable {
  id: string;
  /** In the order in which they were written. */
  position: Counted<number>;
  /** Null for the receipt of an offer and the answer to it, which go to the address in that, and for what goes to staff. */
  follower_id: ColumnType<string | null, string | undefined, never>;
  /** To whom of staff it goes. */
  staff_id: ColumnType<string | null, string | undefined, never>;
  /** Of which it tells the neighbour who is asked, or the maker before them. */
  handover_id: ColumnType<string | null, string | undefined, never>;
  /** The remark of which it tells staff that it was reported. */
  remark_id: ColumnType<string | null, string | undefined, never>;
  /** What it tells of; null for one that asks to confirm, and for a digest. */
  initiative_id: ColumnType<string | null, string | null | undefined, string | null>;
  kind: MailKind;
  /** The offer that it tells a maker of; or of which it is the receipt, or to which it is the answer. */
  offer_id: ColumnType<string | null, string | undefined, string>;
  subject: string;
  text: string;
  tries: ColumnType<number, number | undefined, number>;
  next_at: Date;
  failed_at: Date | null;
  reason: string | null;
}

/** One thing that was done by who works at the organisation; the database refuses any change but blanking who did it. */
export interface ActTable {
  /** In the order in which things were done. */
  id: Counted<number>;
  at: ColumnType<Date, Date, never>;
  actor_kind: ColumnType<ActorKind, ActorKind, never>;
  /** Null for an operator, and once who did it was erased. */
  staff_id: ColumnType<string | null, string | null, null>;
  staff_name: ColumnType<string | null, string | null, null>;
  name: ColumnType<ActName, ActName, never>;
  buurt_code: ColumnType<string | null, string | null, never>;
  subject_kind: ColumnType<ActSubject, ActSubject, never>;
  subject_id: ColumnType<string, string, never>;
  detail: ColumnType<ActDetail, string, never>;
}

/** What an idea said before the organisation corrected it. */
export interface CorrectionTable {
  act_id: number;
  initiative_id: string;
  at: Date;
  title: string;
  story: string;
}

/** A vote that staff think out, before a second person makes it. */
export interface RoundDraftTable {
  id: string;
  buurt_code: string;
  plan: ColumnType<RoundPlan, string, string>;
  version: Generated<number>;
  saved_at: Date;
  /** Of staff; they may be gone. */
  saved_by: string;
}

/** Letters that somebody ordered at the desk; another person has them made. */
export interface LetterOrderTable {
  id: string;
  round_id: string;
  count: number;
  sender: string;
  page: string;
  help_line: string;
  hand_in_until: Date | null;
  /** The order whose letters are void once these are made. */
  replaces: string | null;
  ordered_at: Date;
  /** Of staff; they may be gone. */
  ordered_by: string;
  first_number: ColumnType<number | null, never, number>;
  made_at: ColumnType<Date | null, never, Date>;
  made_by: ColumnType<string | null, never, string>;
  cancelled_at: ColumnType<Date | null, never, Date>;
}

/** A ballot on paper that is typed over at the desk. */
export interface PaperBallotTable {
  id: string;
  round_id: string;
  /** By which it is known when it comes again; erased once the round is closed. Null: there is no code on it. */
  credential_hash: string | null;
  /** Null: two people have not typed the same yet. */
  result: ColumnType<PaperResult | null, PaperResult | null | undefined, PaperResult>;
}

/** What one person typed of a ballot on paper; erased as soon as it is settled, and once the round is closed. */
export interface PaperEntryTable {
  paper_id: string;
  /** Of staff; they may be gone. */
  staff_id: string;
  content: Json<PaperReading>;
}

/** One row: which secret this database was begun with. */
export interface KeyFingerprintTable {
  is_only: Generated<boolean>;
  fingerprint: string;
}

/** Somebody who works at the desk; once removed, nothing lets them in. */
export interface StaffTable {
  id: string;
  /** In lower case. */
  email: string;
  name: string;
  /** In which they read mails. */
  locale: ColumnType<Locale, Locale | undefined, Locale>;
  invited_at: Date;
  removed_at: ColumnType<Date | null, Date | undefined, Date | null>;
  /** Null for whoever did not log in yet. */
  last_login_at: ColumnType<Date | null, Date | undefined, Date | null>;
  /** Whether they want mails about what waits and what they promised, and about reports. */
  digest_mails: Generated<boolean>;
  report_mails: Generated<boolean>;
  /** When their mails of a day were last made, and up to when a digest told them what waits. */
  digest_queued_at: ColumnType<Date | null, undefined, Date>;
  digest_until: ColumnType<Date | null, undefined, Date>;
  /** The identity provider of the account with which they log in, if they have one. */
  oidc_issuer: ColumnType<string | null, string | undefined, string | null>;
  /** What that provider calls them. */
  oidc_subject: ColumnType<string | null, string | undefined, string | null>;
}

/** That somebody was told that an answer is promised soon, or is late. */
export interface AnswerReminderTable {
  staff_id: string;
  initiative_id: string;
  kind: 'soon' | 'late';
}

/** When somebody was last told that a remark was reported. */
export interface ReportNoticeTable {
  staff_id: string;
  remark_id: string;
  told_at: Date;
}

/** What somebody may at the desk, in one buurt or, without one, in all. */
export interface StaffRoleTable {
  staff_id: string;
  role: StaffRole;
  buurt_code: string | null;
}

/** That somebody asked for a link to log in, known here or not; kept for an hour, so that a mailbox is not filled. */
export interface LoginRequestTable {
  mailbox_hash: string;
  at: Date;
}

/** A link with which somebody logs in once, by the hash of its token. */
export interface LoginLinkTable {
  hash: string;
  staff_id: string;
  expires_at: Date;
  used_at: ColumnType<Date | null, Date | undefined, Date>;
}

/** Somebody who is logged in, by the hash of what their cookie holds. */
export interface DeskSessionTable {
  hash: string;
  staff_id: string;
  created_at: Date;
  /** When they last did something, to the minute. */
  seen_at: Date;
  /** What the identity provider said of them, if they logged in there. */
  id_token: ColumnType<string | null, string | null | undefined, never>;
}

/** With what a feed reader of somebody asks what waits for them, by its hash: one for each person, worthless long after they last logged in. */
export interface FeedTokenTable {
  staff_id: string;
  hash: string;
  created_at: Date;
}

/** A login at the identity provider that somebody began here and finished, so that it counts once. */
export interface FinishedLoginTable {
  state_hash: string;
  /** Until then it could be tried again. */
  expires_at: Date;
}

/** A system of the organisation that hears what waits for staff; without a buurt, of all. */
export interface WebhookTable {
  id: string;
  url: string;
  buurt_code: string | null;
  /** What each message is signed with, as `whsec_` and base64. */
  secret: string;
  /** Whether it may stand at an address of this machine or its own network. */
  allows_private: boolean;
  created_at: Date;
  /** When it said that it is gone. */
  disabled_at: ColumnType<Date | null, undefined, Date>;
}

/** That a webhook is to hear, or heard, of something that waits; erased once that waits no more. */
export interface WebhookMessageTable {
  id: string;
  webhook_id: string;
  kind: Exclude<InboxKind, 'letters'>;
  subject_id: string;
  at: Date;
  next_at: Date;
  tries: Generated<number>;
  sent_at: ColumnType<Date | null, Date | undefined, Date>;
  failed_at: ColumnType<Date | null, undefined, Date>;
  /** Why it was not taken, without words of the other side. */
  reason: ColumnType<string | null, undefined, string>;
}

export interface Tables {
  act: ActTable;
  correction: CorrectionTable;
  staff: StaffTable;
  staff_role: StaffRoleTable;
  answer_reminder: AnswerReminderTable;
  report_notice: ReportNoticeTable;
  login_request: LoginRequestTable;
  login_link: LoginLinkTable;
  desk_session: DeskSessionTable;
  finished_login: FinishedLoginTable;
  feed_token: FeedTokenTable;
  webhook: WebhookTable;
  webhook_message: WebhookMessageTable;
  key_fingerprint: KeyFingerprintTable;
  handover: HandoverTable;
  owner_link_request: OwnerLinkRequestTable;
  follower: FollowerTable;
  announcement: AnnouncementTable;
  mail: MailTable;
  mail_count: MailCountTable;
  source_count: SourceCountTable;
  idea_source_count: IdeaSourceCountTable;
  cast_count: CastCountTable;
  confirmation_request: ConfirmationRequestTable;
  round: RoundTable;
  round_revision: RoundRevisionTable;
  round_draft: RoundDraftTable;
  proposal: ProposalTable;
  letter_order: LetterOrderTable;
  credential: CredentialTable;
  paper_ballot: PaperBallotTable;
  paper_entry: PaperEntryTable;
  ballot: BallotTable;
  ballot_key: BallotKeyTable;
  round_log: RoundLogTable;
  buurt: BuurtTable;
  initiative: InitiativeTable;
  initiative_rank_history: InitiativeRankHistoryTable;
  contact: ContactTable;
  photo: PhotoTable;
  photo_file: PhotoFileTable;
  widget_file: WidgetFileTable;
  imported_idea: ImportedIdeaTable;
  offer: OfferTable;
  remark: RemarkTable;
  remark_report: RemarkReportTable;
  support: SupportTable;
  promise: PromiseTable;
  street: StreetTable;
  news: NewsTable;
  idempotency: IdempotencyTable;
}

export type BuurtRow = Selectable<BuurtTable>;
export type NewInitiativeRow = Insertable<InitiativeTable>;
export type PhotoFile = Omit<Selectable<PhotoFileTable>, 'photo_id'>;
