import type { IdeaMessages } from './idea.messages.js';

export const en: IdeaMessages = {
  loading: 'Loading the idea …',
  retry: 'Try again',
  failed: 'The idea won’t load right now.',
  gone: 'This idea is no longer here, or you may not see it.',

  meta: ({ reference, buurt, when }) => `${reference} · ${buurt} · received on ${when}`,
  promised: ({ when }) => `The maker was promised an answer by ${when}.`,
  reason: ({ reason }) => `The maker read: “${reason}”`,
  labels: {
    theme: 'Theme',
    place: 'Place',
    cost: 'What it costs',
    assets: 'What is there already',
    joiners: 'Who is joining in',
    needs: 'What the maker needs help with',
    offers: 'What the maker brings',
    supports: 'Neighbours behind it',
  },
  cost: ({ from, until }) => `${from} to ${until}`,
  contact: {
    title: 'How to reach the maker',
    none: 'The maker left no e-mail address or phone number.',
    erased: 'The details have been erased.',
  },
  similar: 'This looks like it, and is on the site already',
  history: 'What has been done with it',
  noHistory: 'Nothing yet.',
  operator: 'operator',
  formerColleague: 'a colleague',
  acts: {
    'idea.published': 'placed',
    'idea.declined': 'not placed',
    'idea.hidden': 'taken off the site',
    'idea.statusChanged': 'status changed',
    'idea.helpAsked': 'request for help changed',
    'news.told': 'news told',
    'promise.made': 'promise made',
    'promise.changed': 'promise changed',
    'remark.published': 'comment placed',
    'remark.hidden': 'comment taken off the site',
    'report.resolved': 'report resolved',
    'question.answered': 'question answered',
    'offer.answered': 'offer answered',
    'offer.forwarded': 'offer forwarded',
  },

  actions: 'What do you do with this idea?',
  publish: 'Place on the site',
  publishAgain: 'Place on the site after all',
  decline: 'Don’t place',
  hide: 'Take off the site',
  sending: 'Working …',
  cancel: 'Cancel',
  readOnly: 'You can read this idea. To place or decline it you need another role.',

  why: {
    declined: {
      title: 'Why will this not be on the site?',
      send: 'Don’t place, and send the reason',
    },
    hidden: {
      title: 'Why do you take this off the site?',
      send: 'Take off the site, and send the reason',
    },
    lead: 'The maker reads this. Write it as you would say it at the kitchen table.',
    templates: 'Start with a sentence',
    label: 'Your reason',
    required: 'Write why. The maker gets only these words.',
    tooLong: ({ over }) =>
      over === 1 ? 'This is 1 character too long.' : `This is ${String(over)} characters too long.`,
    problem: 'Something is missing',
  },
  reasons: {
    planned: 'This is already planned. You will see it in the neighbourhood soon.',
    elsewhere: 'Another organisation decides about this, not we.',
    unsafe: 'We cannot do this safely. Call us, and we will see together what is possible.',
    personal: 'Your story says something about somebody else. Please leave that out and send it again.',
  },

  conflict: 'Somebody was before you: this idea has changed meanwhile. You now see how it stands.',
  votes:
    'The neighbourhood can vote on this idea, or soon can. Ask your operator to take it out of the vote first.',
  notSent: 'That did not work.',
};
