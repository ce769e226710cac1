import type { SelectType } from 'kysely';
import type { Tables } from './tables.js';

/** A column as `table.column`. */
type Column = {
  [T in keyof Tables]: `${T}.${keyof Tables[T] & string}`;
}[keyof Tables];

/** Whether words can stand in a column: in a text, in JSON, in a list or in a file; not in a number, a moment or a fixed choice. */
type HoldsText<Value> = unknown extends Value
  ? true
  : string extends Value
    ? true
    : [Extract<Value, object>] extends [Date]
      ? false
      : true;

/** Every column in which words about somebody could stand. */
type TextColumn = {
  [T in keyof Tables]: {
    [C in keyof Tables[T] & string]: HoldsText<NonNullable<SelectType<Tables[T][C]>>> extends true
      ? `${T}.${C}`
      : never;
  }[keyof Tables[T] & string];
}[keyof Tables];

/** How long something is kept, as `docs/privacy.md` says it. `retention.test.ts` holds each to what is done. */
export const retentions = {
  days: 'until `contactKeptDays` after the idea was done, declined or hidden',
  idea: 'as long as the idea itself',
  vote: 'for good, with the result of the vote',
  act: 'for good, with what was done',
  letter: 'until the vote is closed; an hour later it is erased at the latest',
  paper:
    'until two people typed the same; when they never do, until the vote is closed: an hour later it is erased at the latest',
  following:
    'until they stop; 7 days when they do not confirm; of one idea at most as long as its maker’s address',
  handover: 'until they answer or the maker takes it back; 14 days at most',
  sending: 'until it is sent; two days when it cannot be, and then 7 days; with the address that it goes to',
  week: '7 days',
  day: 'one day, at most two',
  login: '15 minutes; an hour later it is erased at the latest',
  session: '30 minutes without use, 12 hours at most; an hour later it is erased at the latest',
  staff: 'until they are removed, and 30 days after that',
  feed: 'until they take it back or are removed, or did not log in for 60 days; an hour later it is erased at the latest',
} as const;

const forget = 'buurt forget';
const eraseIdea = 'buurt ideas erase';
const removeOffer = 'buurt offers remove';
const eraseRemark = 'buurt remarks erase';
const resolveReports = 'buurt remarks resolve';

/** What is kept about a person in one column. */
export interface PersonalField {
  readonly what: string;
  readonly why: string;
  readonly kept: keyof typeof retentions;
  /** The commands that erase it before that. */
  readonly erasedBy: readonly string[];
  readonly seenBy: string;
}

type Fields = Partial<Record<Column, PersonalField>>;

const everybody = 'everybody';
const organisation = 'the organisation';
const makerToo = 'the maker of the idea and the organisation';
const noScreen = 'nobody: no screen shows it';

const ofIdeas = {
  'contact.name': {
    what: 'name, if they gave one',
    why: 'neighbours see whose idea it is',
    kept: 'days',
    erasedBy: [forget, eraseIdea],
    seenBy: everybody,
  },
  'contact.email': {
    what: 'e-mail address',
    why: 'the organisation answers',
    kept: 'days',
    erasedBy: [forget, eraseIdea],
    seenBy: organisation,
  },
  'contact.phone': {
    what: 'telephone number',
    why: 'the organisation answers',
    kept: 'days',
    erasedBy: [forget, eraseIdea],
    seenBy: organisation,
  },
  'initiative.title': {
    what: 'title of the idea',
    why: 'it is what the site is for',
    kept: 'idea',
    erasedBy: [eraseIdea],
    seenBy: 'everybody once it is published, else the organisation',
  },
  'initiative.story': {
    what: 'what they tell about it',
    why: 'the same',
    kept: 'idea',
    erasedBy: [eraseIdea],
    seenBy: 'everybody once it is published, else the organisation',
  },
  'correction.title': {
    what: 'the title before the organisation corrected it',
    why: 'it can be seen what was changed',
    kept: 'days',
    erasedBy: [eraseIdea],
    seenBy: organisation,
  },
  'correction.story': {
    what: 'what they told before the organisation corrected it',
    why: 'the same',
    kept: 'days',
    erasedBy: [eraseIdea],
    seenBy: organisation,
  },
  'initiative.assets': {
    what: 'what there is already',
    why: 'the same',
    kept: 'idea',
    erasedBy: [eraseIdea],
    seenBy: 'everybody once it is published, else the organisation',
  },
  'initiative.joiners': {
    what: 'who takes part already, in their words',
    why: 'the same',
    kept: 'idea',
    erasedBy: [eraseIdea],
    seenBy: 'everybody once it is published, else the organisation',
  },
  'initiative.search': {
    what: 'the words of title, story and address again, to search in',
    why: 'neighbours find it',
    kept: 'idea',
    erasedBy: [eraseIdea],
    seenBy: noScreen,
  },
  'initiative.address': {
    what: 'address or name of the place, if they gave one',
    why: 'neighbours see where it is',
    kept: 'idea',
    erasedBy: [eraseIdea],
    seenBy: 'everybody once it is published, else the organisation',
  },
  'initiative.lat': {
    what: 'the place on the map, with `initiative.lon`',
    why: 'the same',
    kept: 'idea',
    erasedBy: [eraseIdea],
    seenBy: 'everybody once it is published, else the organisation',
  },
  'initiative.lon': {
    what: 'the place on the map, with `initiative.lat`',
    why: 'the same',
    kept: 'idea',
    erasedBy: [eraseIdea],
    seenBy: 'everybody once it is published, else the organisation',
  },
  'initiative.answers': {
    what: 'answers to questions of the organisation',
    why: 'the organisation asks what it needs to decide',
    kept: 'days',
    erasedBy: [eraseIdea],
    seenBy: 'the organisation; everybody, as long as the idea is kept, where the form says so',
  },
  'initiative.review_reason': {
    what: 'why it was declined or hidden',
    why: 'the maker may know',
    kept: 'idea',
    erasedBy: [eraseIdea],
    seenBy: makerToo,
  },
  'initiative.status_reason': {
    what: 'why it stands where it stands',
    why: 'neighbours may know',
    kept: 'idea',
    erasedBy: [eraseIdea],
    seenBy: everybody,
  },
  'photo.alt': {
    what: 'description of a photo, of an idea or of news about it',
    why: 'people who cannot see it',
    kept: 'idea',
    erasedBy: [eraseIdea],
    seenBy: 'everybody once the idea is published, else the organisation',
  },
  'photo.hidden_reason': {
    what: 'why a photo is not shown',
    why: 'the maker may know',
    kept: 'idea',
    erasedBy: [eraseIdea],
    seenBy: makerToo,
  },
  'photo_file.bytes': {
    what: 'the photo, without where and with what it was taken; 6 hours without an idea or news',
    why: 'neighbours see what is meant',
    kept: 'idea',
    erasedBy: [eraseIdea],
    seenBy: 'everybody once the idea is published, else the organisation',
  },
  'news.text': {
    what: 'news about the idea, in which somebody can be named',
    why: 'neighbours hear how it goes',
    kept: 'idea',
    erasedBy: [eraseIdea],
    seenBy: everybody,
  },
  'promise.who': {
    what: 'who promised something',
    why: 'everybody can see who keeps their word',
    kept: 'idea',
    erasedBy: [eraseIdea],
    seenBy: everybody,
  },
  'promise.what': {
    what: 'what was promised',
    why: 'the same',
    kept: 'idea',
    erasedBy: [eraseIdea],
    seenBy: everybody,
  },
} satisfies Fields;

const ofNeighbours = {
  'offer.name': {
    what: 'name of a neighbour who wants to join; gone at once when they take that back, as the next three',
    why: 'the maker calls or writes them',
    kept: 'days',
    erasedBy: [forget, removeOffer, eraseIdea],
    seenBy: makerToo,
  },
  'offer.contact': {
    what: 'their e-mail address or telephone number',
    why: 'the same',
    kept: 'days',
    erasedBy: [forget, removeOffer, eraseIdea],
    seenBy: makerToo,
  },
  'offer.message': {
    what: 'what they write to the maker',
    why: 'the same',
    kept: 'days',
    erasedBy: [forget, removeOffer, eraseIdea],
    seenBy: makerToo,
  },
  'offer.answer': {
    what: 'what was answered to them',
    why: 'the organisation sees that somebody answered',
    kept: 'days',
    erasedBy: [forget, removeOffer, eraseIdea],
    seenBy: makerToo,
  },
  'offer.kinds': {
    what: 'what they bring (time, things, money, …); nobody’s any more once the name is erased',
    why: 'the number of neighbours stays right',
    kept: 'idea',
    erasedBy: [removeOffer, eraseIdea],
    seenBy: 'everybody, as numbers only',
  },
  'remark.text': {
    what: 'a remark; one that is not shown goes with the address of the maker',
    why: 'neighbours say what they think',
    kept: 'idea',
    erasedBy: [eraseRemark, eraseIdea],
    seenBy: 'everybody once it is published, else the organisation',
  },
  'remark.name': {
    what: 'the name under a remark, if they gave one',
    why: 'neighbours know who speaks',
    kept: 'days',
    erasedBy: [eraseRemark, eraseIdea],
    seenBy: 'everybody once it is published, else the organisation',
  },
  'remark.answer': {
    what: 'the answer to a question',
    why: 'neighbours read it too',
    kept: 'idea',
    erasedBy: [eraseRemark, eraseIdea],
    seenBy: 'everybody once it is published, else the organisation',
  },
  'remark_report.reason': {
    what: 'why somebody says that a remark should not be shown; not who says so',
    why: 'the organisation looks at it',
    kept: 'days',
    erasedBy: [resolveReports, eraseRemark, eraseIdea],
    seenBy: organisation,
  },
  'support.browser_key_hash': {
    what: 'a hash of a number that the browser made up, another one for each idea; gone when support is taken back',
    why: 'one browser counts once',
    kept: 'idea',
    erasedBy: [eraseIdea],
    seenBy: noScreen,
  },
} satisfies Fields;

const ofFollowers = {
  'follower.email': {
    what: 'e-mail address of a follower, and of a maker who wants mails',
    why: 'they asked for mails',
    kept: 'following',
    erasedBy: [forget],
    seenBy: organisation,
  },
  'follower.page': {
    what: 'the page on which they asked',
    why: 'a mail leads back to it',
    kept: 'following',
    erasedBy: [forget],
    seenBy: noScreen,
  },
  'confirmation_request.mailbox': {
    what: 'a mailbox that was sent a mail to confirm',
    why: 'nobody can have a stranger’s mailbox filled',
    kept: 'day',
    erasedBy: [forget],
    seenBy: noScreen,
  },
  'mail.subject': {
    what: 'subject of a mail that waits',
    why: 'it is still to be sent',
    kept: 'sending',
    erasedBy: [forget, eraseIdea],
    seenBy: 'whoever gets it, and the organisation',
  },
  'mail.text': {
    what: 'text of a mail that waits; with how to reach a neighbour who wants to join, when it tells of them',
    why: 'the same',
    kept: 'sending',
    erasedBy: [forget, eraseIdea],
    seenBy: 'whoever gets it, and the organisation',
  },
  'mail.reason': {
    what: 'why a mail server did not take it, without the address',
    why: 'the organisation mends it',
    kept: 'sending',
    erasedBy: [forget, eraseIdea],
    seenBy: organisation,
  },
  'handover.email': {
    what: 'e-mail address of a neighbour whom a maker asks to take over; then that of the maker before them, until they were told',
    why: 'nobody gets an idea without wanting it',
    kept: 'handover',
    erasedBy: [forget, eraseIdea],
    seenBy: makerToo,
  },
  'handover.text': {
    what: 'what the maker writes to that neighbour',
    why: 'the same',
    kept: 'handover',
    erasedBy: [forget, eraseIdea],
    seenBy: 'whoever gets it, and the organisation',
  },
  'owner_link_request.mailbox_hash': {
    what: 'a hash of an address for which the link of a maker was asked',
    why: 'nobody can have a stranger’s mailbox filled',
    kept: 'day',
    erasedBy: [],
    seenBy: noScreen,
  },
} satisfies Fields;

const ofVoters = {
  'credential.credential_hash': {
    what: 'a hash of the code of a letter; no name and no address',
    why: 'one home has one vote',
    kept: 'vote',
    erasedBy: [],
    seenBy: noScreen,
  },
  'credential.letter_hash': {
    what: 'a hash of the number of the letter, made with a key that is only on paper',
    why: 'whoever has that key can replace a letter that was lost',
    kept: 'letter',
    erasedBy: [],
    seenBy: noScreen,
  },
  'paper_ballot.credential_hash': {
    what: 'the same hash of a code, with what became of the ballot on paper that it stands on; not when, and not by whom it was typed',
    why: 'a ballot on paper counts once',
    kept: 'letter',
    erasedBy: [],
    seenBy: noScreen,
  },
  'paper_entry.content': {
    what: 'what a member of staff typed over from a ballot on paper, or why it is void; not when',
    why: 'somebody else types it too, so that it is counted as it stands on the paper',
    kept: 'paper',
    erasedBy: [],
    seenBy: 'staff who run votes, when two of them typed different things',
  },
  'ballot.credential_hash': {
    what: 'the same, beside the vote',
    why: 'a home can change its vote',
    kept: 'vote',
    erasedBy: [],
    seenBy: 'whoever holds the letter, with their own vote',
  },
  'ballot.lines': {
    what: 'what was voted; when, and from where, is not kept',
    why: 'it is counted, and can be counted again',
    kept: 'vote',
    erasedBy: [],
    seenBy: 'everybody after closing, without whose it is',
  },
  'ballot.receipt': {
    what: 'the number by which voters find that their vote was counted',
    why: 'they can check it',
    kept: 'vote',
    erasedBy: [],
    seenBy: 'everybody after closing, without what was voted',
  },
  'ballot_key.credential_hash': {
    what: 'the hash of the code, beside each time that was voted with it',
    why: 'a vote that is sent twice counts once',
    kept: 'vote',
    erasedBy: [],
    seenBy: noScreen,
  },
  'ballot_key.fingerprint': {
    what: 'a hash of what was sent',
    why: 'the same',
    kept: 'vote',
    erasedBy: [],
    seenBy: noScreen,
  },
  'round_log.subject': {
    what: 'for each vote its number, for each letter that was replaced the hash of its code',
    why: 'nobody can change the result unseen',
    kept: 'vote',
    erasedBy: [],
    seenBy: organisation,
  },
  'round_log.digest': {
    what: 'for each vote a hash of it',
    why: 'the same',
    kept: 'vote',
    erasedBy: [],
    seenBy: organisation,
  },
  'proposal.title': {
    what: 'title of an idea in a vote; before the opening it goes with the idea',
    why: 'the result says what was chosen',
    kept: 'vote',
    erasedBy: [],
    seenBy: 'everybody, unless the idea was taken off the site',
  },
  'proposal.story': {
    what: 'what was told about it; the same',
    why: 'the same',
    kept: 'vote',
    erasedBy: [],
    seenBy: 'everybody, unless the idea was taken off the site',
  },
  'proposal.remark': {
    what: 'what the organisation says of it; the same',
    why: 'the same',
    kept: 'vote',
    erasedBy: [],
    seenBy: 'everybody, unless the idea was taken off the site',
  },
} satisfies Fields;

const sourceOf = 'a hash of the IP address, another one tomorrow';

const ofVisits = {
  'source_count.source': {
    what: `${sourceOf}, with how much support, offers and remarks came from it`,
    why: 'a script is stopped',
    kept: 'day',
    erasedBy: [eraseIdea],
    seenBy: 'the organisation, as numbers only',
  },
  'idea_source_count.source': {
    what: `${sourceOf}, with how many ideas came from it`,
    why: 'the same',
    kept: 'day',
    erasedBy: [],
    seenBy: noScreen,
  },
  'photo.source': {
    what: `${sourceOf}, with a photo`,
    why: 'the same',
    kept: 'day',
    erasedBy: [eraseIdea],
    seenBy: noScreen,
  },
  'cast_count.code_hash': {
    what: 'another hash of the code of a letter, also another one tomorrow, with how often it was used',
    why: 'the same',
    kept: 'day',
    erasedBy: [],
    seenBy: noScreen,
  },
  'idempotency.fingerprint': {
    what: 'a hash of what was sent',
    why: 'what is sent twice counts once',
    kept: 'week',
    erasedBy: [],
    seenBy: noScreen,
  },
  'idempotency.answer': {
    what: 'the number that was answered',
    why: 'the same',
    kept: 'week',
    erasedBy: [],
    seenBy: 'whoever sent it',
  },
} satisfies Fields;

const ofStaff = {
  'act.staff_name': {
    what: 'name of whoever did something for the organisation with a login',
    why: 'it can be seen who did what',
    kept: 'act',
    erasedBy: [forget],
    seenBy: `${organisation}; \`buurt forget\` erases it of whom \`buurt staff remove\` took away less than 30 days ago`,
  },
  'staff.email': {
    what: 'e-mail address of somebody who works at the desk',
    why: 'a link to log in goes to it, and what waits for them, as long as they want that',
    kept: 'staff',
    erasedBy: [forget],
    seenBy: 'the organisation; `buurt forget` erases it only of whom `buurt staff remove` took away',
  },
  'staff.name': {
    what: 'their name',
    why: 'colleagues see who decided something',
    kept: 'staff',
    erasedBy: [forget],
    seenBy: organisation,
  },
  'staff.last_login_at': {
    what: 'when they last logged in, and no times before that',
    why: 'an admin sees whose way in nobody uses any more',
    kept: 'staff',
    erasedBy: [forget],
    seenBy: 'admins of the organisation',
  },
  'staff.oidc_subject': {
    what: 'what the identity provider of the organisation calls them',
    why: 'whoever logs in with their account is known again',
    kept: 'staff',
    erasedBy: [forget],
    seenBy: noScreen,
  },
  'desk_session.id_token': {
    what: 'what the identity provider said of somebody who logged in there: who they are, and their roles',
    why: 'whoever logs out is logged out there too',
    kept: 'session',
    erasedBy: [forget],
    seenBy: noScreen,
  },
  'finished_login.state_hash': {
    what: 'a hash of the number of a login at the identity provider',
    why: 'nobody can use it again',
    kept: 'login',
    erasedBy: [],
    seenBy: noScreen,
  },
  'login_request.mailbox_hash': {
    what: 'a hash of an address for which a link to log in was asked',
    why: 'nobody can have a stranger’s mailbox filled',
    kept: 'login',
    erasedBy: [],
    seenBy: noScreen,
  },
  'login_link.hash': {
    what: 'a hash of what a link to log in holds',
    why: 'it works once, and a copy of the database lets nobody in',
    kept: 'login',
    erasedBy: [forget],
    seenBy: noScreen,
  },
  'desk_session.hash': {
    what: 'a hash of what the cookie of somebody who is logged in holds, with when they last did something',
    why: 'the desk knows who asks, and whoever leaves is logged out',
    kept: 'session',
    erasedBy: [forget],
    seenBy: noScreen,
  },
  'feed_token.hash': {
    what: 'a hash of what the address of their feed holds',
    why: 'their feed reader shows what waits for them, and a copy of the database shows nothing',
    kept: 'feed',
    erasedBy: [forget],
    seenBy: noScreen,
  },
} satisfies Fields;

/** By whom it is about, as the document has it. */
export const personalFields = {
  'Who hands in an idea': ofIdeas,
  'Who joins, reacts or supports': ofNeighbours,
  'Who gets mails': ofFollowers,
  'Who votes': ofVoters,
  'Every visit that sends something': ofVisits,
  'Who works at the organisation': ofStaff,
} satisfies Readonly<Record<string, Fields>>;

/** Columns of tables that are there. */
type Columns<Named extends { readonly [T in keyof Tables]?: keyof Tables[T] & string }> = Named;

/**
 * Columns about nobody: numbers of rows, what the law or the map says of a buurt, and texts of the organisation about itself and
 * its votes. `buurt person find` looks in those texts too.
 */
type AboutNobody = Columns<{
  // An act holds states, counts and numbers of rows, never words of residents.
  act: 'buurt_code' | 'detail' | 'staff_id' | 'subject_id';
  announcement: 'initiative_id';
  answer_reminder: 'initiative_id' | 'staff_id';
  ballot: 'round_id';
  ballot_key: 'key' | 'round_id';
  buurt: 'border' | 'code' | 'households_at' | 'households_source' | 'municipality' | 'name' | 'settings';
  cast_count: 'day';
  contact: 'initiative_id';
  correction: 'initiative_id';
  credential: 'letter_order_id' | 'round_id';
  desk_session: 'staff_id';
  feed_token: 'staff_id';
  follower: 'buurt_code' | 'id' | 'initiative_id';
  handover: 'id' | 'initiative_id';
  idea_source_count: 'buurt_code' | 'day';
  idempotency: 'key' | 'scope';
  imported_idea: 'import_name' | 'initiative_id' | 'origin';
  initiative: 'asked' | 'buurt_code' | 'id' | 'needs' | 'offers' | 'reference' | 'theme';
  initiative_rank_history: 'buurt_code' | 'initiative_id' | 'position' | 'xid';
  key_fingerprint: 'fingerprint';
  letter_order: 'help_line' | 'id' | 'made_by' | 'ordered_by' | 'page' | 'replaces' | 'round_id' | 'sender';
  login_link: 'staff_id';
  mail: 'follower_id' | 'handover_id' | 'id' | 'initiative_id' | 'offer_id' | 'remark_id' | 'staff_id';
  news: 'id' | 'initiative_id';
  offer: 'id' | 'initiative_id';
  paper_ballot: 'id' | 'round_id';
  paper_entry: 'paper_id' | 'staff_id';
  photo: 'id' | 'initiative_id' | 'news_id';
  photo_file: 'photo_id';
  promise: 'due_on' | 'id' | 'initiative_id' | 'round_id';
  proposal: 'categories' | 'excludes' | 'id' | 'initiative_id' | 'neighborhoods' | 'round_id';
  remark: 'id' | 'initiative_id';
  remark_report: 'id' | 'remark_id';
  report_notice: 'remark_id' | 'staff_id';
  round:
    | 'buurt_code'
    | 'currency'
    | 'group_names'
    | 'id'
    | 'intro'
    | 'key_fingerprint'
    | 'name'
    | 'rules'
    | 'rules_hash'
    | 'salt'
    | 'tallies';
  round_draft: 'buurt_code' | 'id' | 'plan' | 'saved_by';
  round_log: 'hash' | 'round_id';
  round_revision: 'round_id';
  source_count: 'day' | 'initiative_id';
  staff: 'id' | 'oidc_issuer';
  staff_role: 'buurt_code' | 'staff_id';
  street: 'line' | 'name';
  support: 'initiative_id';
  webhook: 'buurt_code' | 'id' | 'secret' | 'url';
  webhook_message: 'id' | 'reason' | 'subject_id' | 'webhook_id';
  widget_file: 'brotli' | 'path' | 'version';
}>;

type ColumnAboutNobody = { [T in keyof AboutNobody]: `${T}.${AboutNobody[T]}` }[keyof AboutNobody];

/**
 * What is kept about people, by column. A new column for words does not compile here until it is said what it holds about somebody,
 * or that it holds nothing about anybody.
 */
export const personalColumns: Readonly<
  Record<Exclude<TextColumn, ColumnAboutNobody>, PersonalField> & Fields
> = { ...ofIdeas, ...ofNeighbours, ...ofFollowers, ...ofVoters, ...ofVisits, ...ofStaff };
