import { html } from 'lit';
import {
  remarkProblems,
  remarkStances,
  reportProblems,
  type NewRemark,
  type NewReport,
} from '@buurt/domain/initiatives/offer.js';
import { remark, reportRemark } from '../http/neighbours.js';
import { choiceField, textField } from './fields.js';
import type { FormDefinition } from './form-definition.js';

type Draft = Omit<NewRemark, 'stance'> & { readonly stance: NewRemark['stance'] | '' };

/** For, against, or a question. */
export const remarkForm: FormDefinition<Draft> = {
  empty: { stance: '', text: '', name: '' },
  filledIn: ({ publicName = '' }) => ({ name: publicName }),
  contact: ({ name }) => ({ publicName: name.trim() }),
  problems: (draft) => remarkProblems(draft as NewRemark),
  fields: ({ stance, text, name }, { t, wrong }, write) =>
    html`${choiceField<NewRemark['stance']>(wrong, {
      id: 'stance',
      label: t.stance,
      look: 'pill',
      options: remarkStances.map((each) => ({ value: each, content: t.stances[each] })),
      chosen: stance === '' ? [] : [stance],
      onChoose: (each) => write({ stance: each }),
    })}
    ${textField(wrong, {
      id: 'text',
      label: t.text,
      value: text,
      rows: 3,
      onInput: (written) => write({ text: written }),
    })}
    ${textField(wrong, {
      id: 'name',
      label: t.remarkName,
      hint: t.remarkNameHint,
      optional: t.optional,
      value: name,
      autocomplete: 'name',
      onInput: (written) => write({ name: written }),
    })}`,
  send: (draft, { initiative = '' }, { client, key, signal }) =>
    remark(client, initiative, draft as NewRemark, key, { signal }),
};

/** That a remark should not be shown. */
export const reportForm: FormDefinition<NewReport> = {
  empty: { reason: '' },
  problems: reportProblems,
  fields: ({ reason }, { t, wrong }, write) =>
    textField(wrong, {
      id: 'reason',
      label: t.reason,
      value: reason,
      rows: 2,
      onInput: (written) => write({ reason: written }),
    }),
  send: (draft, about, { client, key, signal }) =>
    reportRemark(client, about.remark ?? '', draft, key, { signal }),
};
