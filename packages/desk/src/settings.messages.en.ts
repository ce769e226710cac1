import type { SettingsMessages } from './settings.messages.js';

export const en: SettingsMessages = {
  title: 'Settings',
  screens: { people: 'Colleagues', acts: 'Who did what', mails: 'My mails' },
  loading: 'One moment …',
  retry: 'Try again',
  failed: 'This won’t load right now.',
  notDone: 'That did not work.',
  sending: 'One moment …',
  cancel: 'Cancel',
  problem: 'Something is missing',
  refusals: {
    'works-here': 'This colleague can log in already. Find them in the list and change their roles there.',
    'last-admin': 'This is the last admin. Make somebody else an admin first.',
    'not-permitted': 'You may not do this. You only decide about your own neighbourhoods.',
    'not-found': 'This colleague is no longer in the list.',
  },

  people: {
    notPermitted: 'Only an admin decides who works here. Ask an admin if something has to change.',
    lead: 'Who can log in, and what they may do here.',
    roles: {
      reader: 'Reading along',
      moderator: 'Ideas and remarks',
      rounds: 'Votes',
      residents: 'Residents',
      admin: 'Admin',
    },
    may: {
      reader: 'Reads what comes in. Sees no personal details of residents.',
      moderator: 'Publishes and declines ideas, and answers. Sees how to reach residents.',
      rounds: 'Prepares votes and releases their results.',
      residents: 'Residents who publish and answer in their own neighbourhood. See no details of others.',
      admin: 'May do everything, also decide who works here.',
    },
    roleIn: ({ role, buurt }) => `${role}, ${buurt}`,
    noRole: 'No role',
    you: 'This is you',
    lastLogin: ({ when }) => `Last logged in on ${when}`,
    notYetIn: ({ when }) => `Invited on ${when}, has not logged in yet`,
    fromAccount: ({ account }) =>
      `Whoever logs in through ${account} gets their roles there. What you change here holds until they log in again.`,
    elsewhere: 'Also has roles that you cannot change.',

    invite: 'Invite a colleague',
    inviteTitle: 'Invite a colleague',
    name: 'Name',
    email: 'Email address',
    role: 'Role',
    chooseRole: 'Choose a role',
    noNewRole: 'No other role',
    newRole: 'Add a role',
    buurt: 'In which neighbourhood?',
    buurtHint: 'Leave this empty for all neighbourhoods.',
    more: 'You can add more roles in the list afterwards.',
    firstLogin: {
      mail: 'Your colleague gets a mail with a link. It works once, for 15 minutes. After that they ask for a new link themselves on the login page.',
      account: 'No mail goes out. Your colleague logs in on this page with the work account of this address.',
      operator: 'No mail goes out from here. Whoever runs the server makes a link to log in.',
    },
    send: 'Invite',
    invited: {
      mail: ({ name }) => `${name} gets a mail with a link to log in.`,
      account: ({ name }) => `${name} can log in with their work account.`,
      operator: ({ name }) => `${name} is in the list. Ask whoever runs the server for a link.`,
    },

    change: 'Change roles',
    changeTitle: ({ name }) => `Roles of ${name}`,
    keep: 'Keeps these roles',
    save: 'Save',
    changed: ({ name }) => `The roles of ${name} were changed.`,
    nothingChanged: 'You changed nothing.',

    remove: 'Remove',
    removeTitle: ({ name }) => `Remove ${name}?`,
    removeLead:
      'They cannot log in any more at once, and are logged out everywhere. You can invite them again.',
    removeYourself: 'This is you. You are logged out at once.',
    removeNow: 'Yes, remove',
    removed: ({ name }) => `${name} cannot log in any more.`,

    problems: {
      name: 'Fill in the name.',
      email: 'Fill in an email address, such as noor@corporatie.nl.',
      role: 'Choose a role.',
      buurt: 'Choose a neighbourhood from the list.',
      tooLong: ({ over }) =>
        over === 1 ? 'This is 1 character too long.' : `This is ${String(over)} characters too long.`,
    },
  },

  mails: {
    lead: 'Choose which mails you get. Mails to log in always come.',
    digest: 'Each working day a mail of what waits',
    digestHint: 'Also when a promised answer may come too late.',
    reports: 'At once a mail when a neighbour reports a remark',
    saving: 'Saving …',
    saved: 'Saved.',
    notSaved: 'This was not saved.',
  },
};
