import { html, nothing } from 'lit';
import { offerKinds } from '@buurt/domain/initiatives/initiative.js';
import { offerProblems, type NewOffer } from '@buurt/domain/initiatives/offer.js';
import { offerIcons } from '../icons/offer-icons.js';
import { offer } from '../http/neighbours.js';
import { rememberOffer } from '../storage/own-offers.js';
import { choiceField, textField } from './fields.js';
import type { FieldContext, FormDefinition } from './form-definition.js';

type OfferDraft = Omit<NewOffer, 'locale'>;
type Write = (change: Partial<OfferDraft>) => void;

const kindsField = ({ kinds }: OfferDraft, { t, wrong, about }: FieldContext, write: Write) =>
  choiceField(wrong, {
    id: 'kinds',
    label: t.kinds,
    several: true,
    look: 'card',
    options: offerKinds.map((kind) => ({
      value: kind,
      content: html`${offerIcons[kind]} <strong>${t.kindNames[kind]}</strong>
        ${about.wanted?.includes(kind) ? html`<span class="tag">${t.wanted}</span>` : nothing}
        <span class="hint">${t.examples[kind]}</span>`,
    })),
    chosen: kinds,
    onChoose: (kind) =>
      write({ kinds: offerKinds.filter((each) => kinds.includes(each) !== (each === kind)) }),
  });

/** "Ik doe mee". */
export const offerForm: FormDefinition<OfferDraft> = {
  empty: { kinds: [], message: '', name: '', contact: '' },
  filledIn: ({ name, publicName = '', email, phone }) => ({
    name: name ?? publicName,
    contact: email ?? phone ?? '',
  }),
  contact: ({ name, contact }) => ({
    name: name.trim(),
    [contact.includes('@') ? 'email' : 'phone']: contact.trim(),
  }),
  problems: offerProblems,
  fields: (draft, context, write) => {
    const { t, wrong } = context;
    return html`${kindsField(draft, context, write)}
    ${textField(wrong, {
      id: 'message',
      label: t.message,
      hint: t.messageHint,
      optional: t.optional,
      value: draft.message,
      rows: 2,
      onInput: (message) => write({ message }),
    })}
    ${textField(wrong, {
      id: 'name',
      label: t.name,
      value: draft.name,
      autocomplete: 'name',
      onInput: (name) => write({ name }),
    })}
    ${textField(wrong, {
      id: 'contact',
      label: t.contact,
      hint: t.contactHint,
      value: draft.contact,
      autocomplete: 'email',
      onInput: (contact) => write({ contact }),
    })}`;
  },
  send: async (draft, { initiative = '' }, { client, key, signal, locale }) => {
    // Dutch is not said: a server that is older than this field takes that too.
    const sent = { ...draft, kinds: [...draft.kinds], ...(locale !== 'nl' && { locale }) };
    const { token } = await offer(client, initiative, sent, key, { signal });
    if (token) rememberOffer(client.connection.endpoint, { initiative, token, at: new Date().toISOString() });
  },
  kinds: ({ kinds }) => kinds,
};
