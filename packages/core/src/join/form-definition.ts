import type { TemplateResult } from 'lit';
import type { OfferKind } from '@buurt/domain/initiatives/initiative.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import type { Client } from '../http/client.js';
import type { Locale } from '../messages/texts.js';
import type { Contact } from './contact.js';
import type { Wrong } from './fields.js';
import type { JoinMessages } from './join.messages.js';

/** What a neighbour writes about. */
export interface FormSubject {
  /** The id of the initiative; absent when it is about all of a buurt. */
  readonly initiative?: string | undefined;
  /** The id of the remark that should not be shown. */
  readonly remark?: string | undefined;
  readonly buurt?: string | undefined;
  /** Where mails lead back to; absent when this page has no address of its own. */
  readonly page?: string | undefined;
  /** The kinds of help that are still asked. */
  readonly wanted?: readonly OfferKind[];
}

/** What the fields of a form are drawn with. */
export interface FieldContext {
  readonly t: JoinMessages;
  readonly wrong: Wrong;
  readonly about: FormSubject;
}

interface SubmitContext {
  readonly client: Client;
  /** The Idempotency-Key. */
  readonly key: string;
  readonly signal: AbortSignal;
  /** In which the neighbour reads. */
  readonly locale: Locale;
}

/** One of the things that a neighbour can fill in and send. */
export interface FormDefinition<Draft extends object> {
  readonly empty: Draft;
  /** What is filled in at the start, from what this person sent before. */
  readonly filledIn?: (contact: Contact) => Partial<Draft>;
  /** How the person who wrote it can be reached. */
  readonly contact?: (draft: Draft) => Contact;
  readonly problems: (draft: Draft) => readonly Problem[];
  readonly fields: (
    draft: Draft,
    context: FieldContext,
    write: (change: Partial<Draft>) => void,
  ) => TemplateResult;
  /** @throws {ApiError} */
  readonly send: (draft: Draft, about: FormSubject, context: SubmitContext) => Promise<void>;
  /** The kinds of help that the page may be told of. */
  readonly kinds?: (draft: Draft) => readonly OfferKind[];
}

/** A form with what somebody filled in. */
export interface FormInstance {
  readonly problems: () => readonly Problem[];
  readonly fields: (context: FieldContext) => TemplateResult;
  readonly send: (about: FormSubject, context: SubmitContext) => Promise<void>;
  readonly kinds: () => readonly OfferKind[];
  readonly contact: () => Contact;
}

/** Starts a form with what is known of the person already; `changed` is called at every change. */
export function startForm<Draft extends object>(
  form: FormDefinition<Draft>,
  changed: () => void,
  known: Contact,
): FormInstance {
  let draft: Draft = { ...form.empty, ...form.filledIn?.(known) };
  const write = (change: Partial<Draft>) => {
    draft = { ...draft, ...change };
    changed();
  };
  return {
    problems: () => form.problems(draft),
    fields: (context) => form.fields(draft, context, write),
    send: (about, context) => form.send(draft, about, context),
    kinds: () => form.kinds?.(draft) ?? [],
    contact: () => form.contact?.(draft) ?? {},
  };
}
