import { ApiError } from '@buurt/core/http/api-error.js';
import type { Client } from '@buurt/core/http/client.js';
import {
  colleaguesFrom,
  type Colleagues,
  type GivenRole,
  type Invitation,
} from '@buurt/domain/desk/colleague.js';
import type { Locale } from '@buurt/domain/wire/locale.js';
import { flag, list, shape, text } from '@buurt/domain/wire/json.js';

/** A buurt in which somebody can get a role. */
export interface BuurtChoice {
  readonly code: string;
  readonly name: string;
  /** Several buurten can have one name. */
  readonly municipality?: string | undefined;
}

const buurtenFrom = shape<{ readonly buurten: readonly BuurtChoice[] }>({
  buurten: list(shape<BuurtChoice>({ code: text, name: text, municipality: text })),
});

/** Which mails somebody gets about what waits. */
export interface MailSettings {
  readonly digest: boolean;
  readonly reports: boolean;
}

const mailSettingsFrom = shape<MailSettings>({ digest: flag, reports: flag });

const step = encodeURIComponent;

/** What is read and done on the screens of the settings. */
export class SettingsClient {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  colleagues(signal: AbortSignal): Promise<Colleagues> {
    return this.#client.read({ path: 'desk/people', signal }, colleaguesFrom);
  }

  async buurten(q: string, signal: AbortSignal): Promise<readonly BuurtChoice[]> {
    const query = new URLSearchParams({ q });
    const { buurten } = await this.#client.read({ path: `buurten?${query.toString()}`, signal }, buurtenFrom);
    return buurten;
  }

  async invite(
    invitation: Invitation & { readonly locale: Locale },
    key: string,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#client.post('desk/people', invitation, key, signal, () => undefined);
  }

  async changeRoles(
    id: string,
    changes: { readonly given: readonly GivenRole[]; readonly taken: readonly GivenRole[] },
    key: string,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#client.post(`desk/people/${step(id)}/roles`, changes, key, signal, () => undefined);
  }

  async remove(id: string, key: string, signal: AbortSignal): Promise<void> {
    await this.#client.post(`desk/people/${step(id)}/removal`, {}, key, signal, () => undefined);
  }

  mailSettings(signal: AbortSignal): Promise<MailSettings> {
    return this.#client.read({ path: 'desk/mail-settings', signal }, mailSettingsFrom);
  }

  saveMailSettings(settings: MailSettings, signal: AbortSignal): Promise<MailSettings> {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(settings);
    return this.#client.read(
      { method: 'PUT', path: 'desk/mail-settings', headers, body, signal },
      mailSettingsFrom,
    );
  }
}

/** The client, which is there whenever something is asked. */
export function ready(client: SettingsClient | undefined): SettingsClient {
  if (!client) throw new ApiError('aborted');
  return client;
}
