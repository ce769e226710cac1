import { statusesEn } from '@buurt/core/messages/statuses.en.js';
import type { ActsMessages, ActValues } from './acts.messages.js';

const given = (text: string, sentence: (text: string) => string): string =>
  text === '' ? '' : sentence(text);
const was = ({ words }: ActValues): string => given(words('was'), (before) => ` Before: ${before}.`);

export const en: ActsMessages = {
  title: 'Who did what',
  lead: 'What colleagues and whoever runs the server did, newest first. Nobody can change this.',
  notPermitted: 'You may not see who did what. Ask an admin if you need to.',
  loading: 'One moment …',
  retry: 'Try again',
  failed: 'This won’t load right now.',
  moreFailed: 'The rest won’t load right now.',
  empty: 'Nobody did anything here yet.',
  emptyOfPerson: 'There is nothing of this colleague here.',
  filter: 'By whom?',
  everybody: 'Everybody',
  more: 'Show more',
  file: 'Download as a file for Excel',
  operator: 'Whoever runs the server',
  formerColleague: 'A former colleague',
  ideaLink: ({ reference }) => `Idea ${reference}`,
  roundLink: 'See the voting round',
  at: ({ day, time }) => `${day} at ${time}`,

  words: {
    ...statusesEn,
    waiting: 'waits for an answer',
    published: 'on the site',
    hidden: 'taken off the site',
    open: 'still to do',
    kept: 'kept',
    late: 'late',
    broken: 'not kept',
    joined: 'joins',
    intro: 'introduction',
    organisation: 'organisation',
    themes: 'themes',
    fields: 'what the form asks',
    questions: 'questions of our own',
    moderated: 'whether ideas are read first',
    answerDays: 'days to answer',
    contactKeptDays: 'how long contact data is kept',
  },
  declinedIdea: 'not published',
  declinedOffer: 'does not join',
  roles: {
    reader: 'Reading along',
    moderator: 'Ideas and remarks',
    rounds: 'Votes',
    residents: 'Residents',
    admin: 'Admin',
  },

  acts: {
    'idea.published': (values) => `published an idea.${was(values)}`,
    'idea.declined': (values) => `declined an idea.${was(values)}`,
    'idea.hidden': (values) =>
      `took an idea off the site.${was(values)}${values.count('withdrawn') > 0 ? ' It left the voting round too.' : ''}`,
    'idea.decisionUndone': (values) => `undid a decision on an idea.${was(values)}`,
    'idea.corrected': ({ is }) =>
      is('title', true)
        ? is('story', true)
          ? 'corrected the title and the text of an idea.'
          : 'corrected the title of an idea.'
        : is('story', true)
          ? 'corrected the text of an idea.'
          : 'corrected a typing error in an idea.',
    'idea.imported': () => 'imported an idea from another system.',
    'idea.erased': (values) => `erased an idea for good.${was(values)}`,
    'idea.statusChanged': ({ words, isSameStatus }) =>
      words('status') === ''
        ? 'changed the status of an idea.'
        : isSameStatus
          ? `changed what is said with the status “${words('status')}” of an idea.`
          : `set the status of an idea to “${words('status')}”.${given(words('was'), (before) => ` It was “${before}”.`)}`,
    'photo.hidden': () => 'took a photo of an idea off the site.',
    'photo.shown': () => 'put a photo of an idea back on the site.',
    'idea.helpAsked': () => 'changed which help an idea asks for.',
    'news.told': ({ is }) => (is('photo', true) ? 'told news with a photo.' : 'told news.'),
    'promise.made': ({ money }) =>
      `made a promise.${given(money('grantedCents'), (amount) => ` Granted: ${amount}.`)}`,
    'promise.changed': ({ words, money }) =>
      `changed a promise.${given(words('state'), (state) => ` It is now: ${state}.`)}${given(money('grantedCents'), (amount) => ` Granted: ${amount}.`)}${given(money('spentCents'), (amount) => ` Spent: ${amount}.`)}`,
    'remark.published': (values) => `published a remark.${was(values)}`,
    'remark.hidden': (values) => `took a remark off the site.${was(values)}`,
    'remark.erased': () => 'erased a remark for good.',
    'report.resolved': ({ count }) =>
      count('reports') > 1
        ? `dealt with ${String(count('reports'))} reports of a remark.`
        : 'dealt with a report of a remark.',
    'question.answered': ({ is }) =>
      is('replaced', true)
        ? 'replaced the answer to a question.'
        : is('answeredAs', 'maker')
          ? 'answered a question in the name of the maker.'
          : 'answered a question.',
    'offer.forwarded': () => 'sent the offer of a neighbour on to the maker.',
    'offer.answered': ({ words }) =>
      `answered the offer of a neighbour.${given(words('outcome'), (outcome) => ` The neighbour ${outcome}.`)}`,
    'offer.removed': () => 'removed the offer of a neighbour.',
    'draft.made': () => 'began to think out a voting round.',
    'draft.changed': () => 'changed a voting round that is being prepared.',
    'draft.removed': () => 'threw away a voting round that was being prepared.',
    'round.made': ({ count, money }) =>
      `made a voting round.${count('proposals') > 0 ? ` There are ${String(count('proposals'))} ideas in it.` : ''}${given(money('budgetCents'), (amount) => ` The budget is ${amount}.`)}`,
    'round.changed': ({ moment }) =>
      `changed a voting round.${given(moment('opensAt'), (at) => ` It begins on ${at}.`)}${given(moment('closesAt'), (at) => ` It ends on ${at}.`)}`,
    'round.opened': () => 'opened a voting round.',
    'round.closed': () => 'closed a voting round.',
    'round.cancelled': () => 'cancelled a voting round.',
    'round.settled': ({ count }) =>
      `made promises of the result of a voting round.${count('granted') > 0 ? ` So many ideas get money: ${String(count('granted'))}.` : ''}`,
    'proposal.changed': ({ money }) =>
      `changed an idea in a voting round.${given(money('costCents'), (amount) => ` It now costs ${amount}.`)}`,
    'proposal.withdrawn': () => 'took an idea out of a voting round.',
    'letters.ordered': ({ count, is }) =>
      `ordered ${String(count('count'))} letters with codes.${is('again', true) ? ' They take the place of earlier letters.' : ''}`,
    'letters.cancelled': () => 'cancelled an order of letters.',
    'codes.made': ({ count }) =>
      count('count') > 0 ? `made ${String(count('count'))} codes to vote with.` : 'made codes to vote with.',
    'codes.replaced': () => 'replaced codes to vote with.',
    'ballots.entered': ({ is }) =>
      is('pass', 'second')
        ? 'typed ballots on paper over for the second time.'
        : is('pass', 'third')
          ? 'looked at ballots on paper again.'
          : 'entered ballots on paper.',
    'ballot.removed': () => 'took away a typed ballot on paper, which did not count yet.',
    'staff.invited': ({ role }) =>
      `invited a colleague.${given(role, (name) => ` They got the role “${name}”.`)}`,
    'staff.removed': () => 'removed a colleague.',
    'staff.rolesChanged': ({ role, is }) =>
      role === ''
        ? 'changed the roles of a colleague.'
        : is('change', 'taken')
          ? `took the role “${role}” from a colleague.`
          : `gave a colleague the role “${role}”.`,
    'staff.linkMade': () => 'made a link with which a colleague logs in.',
    'session.ended': () => 'logged out everywhere.',
    'settings.changed': ({ words, count }) =>
      `changed the settings of ${count('buurten') > 1 ? `${String(count('buurten'))} neighbourhoods at once` : 'a neighbourhood'}.${given(words('changed'), (names) => ` Changed: ${names}.`)}${given(words('reset'), (names) => ` Default again: ${names}.`)}`,
    'person.searched': ({ count }) =>
      `looked for what is kept of somebody. Found: ${String(count('places'))}.`,
    'person.forgotten': ({ count }) =>
      `erased how somebody can be reached. With ideas: ${String(count('contacts'))}, with offers: ${String(count('offers'))}, with followers: ${String(count('followers'))}.`,
    'mail.retried': () => 'sent a mail again.',
    'mail.dropped': () => 'gave up a mail that did not arrive.',
  },
  unknownAct: ({ name }) => `did something that this page does not know yet (${name}).`,
};
