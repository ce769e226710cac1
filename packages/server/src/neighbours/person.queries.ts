import type { TextPlace } from '@buurt/domain/desk/erasing.js';
import { sql } from 'kysely';
import type { Database } from '../db/open.js';

/** One text of the database in which something was found. */
export interface PersonText {
  readonly place: TextPlace;
  readonly id: string;
  readonly field: string;
  readonly text: string;
  /** The number of the idea that it belongs to. */
  readonly idea: string | null;
  /** The id of that idea. */
  readonly ideaId: string | null;
  /** What leads to somebody in the same row: an e-mail address or a telephone number; of a proposal the id of its round. */
  readonly by: string | null;
}

interface Place {
  readonly kind: TextPlace;
  readonly from: string;
  readonly id: string;
  readonly idea?: string;
  readonly by?: string;
  readonly texts: readonly string[];
}

/** A table with what belongs to an idea. */
const ofIdea = (kind: TextPlace, table: string, texts: readonly string[], by?: string): Place => ({
  kind,
  from: `${table} join initiative on initiative.id = ${table}.initiative_id`,
  id: `${table}.id`,
  idea: 'initiative.reference',
  texts: texts.map((text) => `${table}.${text}`),
  ...(by === undefined ? {} : { by }),
});

/** Everywhere that words of or about somebody can stand. Not the borders and streets of the map. */
const places: readonly Place[] = [
  {
    kind: 'idea',
    from: 'initiative',
    id: 'initiative.id',
    idea: 'reference',
    texts: [
      ...['title', 'story', 'address', 'assets', 'joiners', 'review_reason', 'status_reason'],
      'answers::text',
    ],
  },
  { ...ofIdea('correction', 'correction', ['title', 'story']), id: 'correction.act_id' },
  {
    ...ofIdea('contact', 'contact', ['name', 'email', 'phone'], 'coalesce(contact.email, contact.phone)'),
    id: 'initiative.id',
  },
  ofIdea('photo', 'photo', ['alt', 'hidden_reason']),
  ofIdea('offer', 'offer', ['message', 'name', 'contact']),
  ofIdea('remark', 'remark', ['text', 'name', 'answer']),
  {
    kind: 'report',
    from: 'remark_report join remark on remark.id = remark_id join initiative on initiative.id = initiative_id',
    id: 'remark.id',
    idea: 'reference',
    texts: ['remark_report.reason'],
  },
  ofIdea('news', 'news', ['text']),
  ofIdea('promise', 'promise', ['who', 'what']),
  { kind: 'follower', from: 'follower', id: 'id', by: 'email', texts: ['email', 'page'] },
  { kind: 'confirmation', from: 'confirmation_request', id: 'mailbox', by: 'mailbox', texts: ['mailbox'] },
  ofIdea('handover', 'handover', ['email', 'text'], 'handover.email'),
  { kind: 'staff', from: 'staff', id: 'id', by: 'email', texts: ['email', 'name'] },
  {
    kind: 'mail',
    from: 'mail join follower on follower.id = follower_id',
    id: 'mail.id',
    by: 'email',
    texts: ['subject', 'mail.text', 'reason'],
  },
  { kind: 'round', from: 'round', id: 'id', texts: ['name', 'intro', 'group_names::text'] },
  { kind: 'round', from: 'letter_order', id: 'round_id', texts: ['sender', 'page', 'help_line'] },
  {
    kind: 'proposal',
    from: 'proposal left join initiative on initiative.id = initiative_id',
    id: 'proposal.id',
    idea: 'reference',
    by: 'round_id',
    texts: ['proposal.title', 'proposal.story', 'proposal.remark'],
  },
  { kind: 'settings', from: 'buurt', id: 'code', texts: ['name', 'settings::text'] },
  { kind: 'answer', from: 'idempotency', id: 'scope', texts: ['answer::text'] },
  {
    kind: 'act',
    from: 'act left join staff on staff.id = act.staff_id',
    id: 'act.id',
    by: 'staff.email',
    texts: ['staff_name'],
  },
];

const shortestNumber = 6;
const digitsOfNumber = 9;

/** The digits of what looks like a telephone number: the last nine are the same with and without that of the country. */
function digitsIn(sought: string): string | undefined {
  const digits = sought.replaceAll(/\D/g, '');
  return digits.length >= shortestNumber && /^[\d\s()+./-]+$/.test(sought)
    ? digits.slice(-digitsOfNumber)
    : undefined;
}

/**
 * Every text in which these words stand, whatever capitals and accents they are written with; or a telephone number, however its
 * digits are parted. Nothing when the words hold no letter and no digit; at most `most`.
 */
export async function textsWith(db: Database, sought: string, most?: number): Promise<PersonText[]> {
  const digits = digitsIn(sought);
  const found: PersonText[] = [];
  for (const { kind, from, id, idea = 'null', by = 'null', texts } of places) {
    const fields = texts.map((text) => text.replace(/^.*\./, '').replace('::text', ''));
    const ideaId = idea === 'null' ? 'null' : 'initiative.id';
    const limit = most === undefined ? null : most - found.length;
    const pairs = texts.map((text, nth) => sql`(${sql.lit(fields[nth])}, ${sql.raw(text)}::text)`);
    const { rows } = await sql<Omit<PersonText, 'place'>>`
      select each.id, each.idea, each."ideaId", each.by, each.field, each.text from (
        select ${sql.raw(id)}::text as id, ${sql.raw(idea)}::text as idea, ${sql.raw(ideaId)}::text as "ideaId",
          ${sql.raw(by)}::text as by, said.*
        from ${sql.raw(from)} cross join lateral (values ${sql.join(pairs)}) as said (field, text)
      ) as each
      cross join plain_text(${sought}::text) as words
      where each.text is not null and ((words <> '' and position(words in plain_text(each.text)) > 0)
        or (${digits ?? ''}::text <> ''
          and position(${digits ?? ''}::text in regexp_replace(each.text, '[^0-9]', '', 'g')) > 0))
      order by each.id, each.field limit ${limit}::int`.execute(db);
    found.push(...rows.map((row) => ({ ...row, place: kind })));
  }
  return found;
}
