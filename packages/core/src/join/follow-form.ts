import { followerProblems, type NewFollower } from '@buurt/domain/initiatives/follower.js';
import { follow } from '../http/neighbours.js';
import { textField } from './fields.js';
import type { FormDefinition } from './form-definition.js';

/** News by e-mail; nothing comes before a press in the first mail. */
export const followForm: FormDefinition<Pick<NewFollower, 'email'>> = {
  empty: { email: '' },
  filledIn: ({ email = '' }) => ({ email }),
  contact: ({ email }) => ({ email: email.trim() }),
  problems: followerProblems,
  fields: ({ email }, { t, wrong }, write) =>
    textField(wrong, {
      id: 'email',
      label: t.email,
      hint: t.emailHint,
      value: email,
      type: 'email',
      autocomplete: 'email',
      onInput: (written) => write({ email: written }),
    }),
  send: ({ email }, { initiative, buurt = '', page }, { client, key, signal, locale }) =>
    follow(
      client,
      initiative === undefined ? { buurt } : { initiative },
      // Dutch is not said: a server that is older than this field takes that too.
      { email, ...(page && { page }), ...(locale !== 'nl' && { locale }) },
      key,
      {
        signal,
      },
    ),
};
