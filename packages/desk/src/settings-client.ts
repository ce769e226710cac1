import { ApiError } from '@buurt/core/http/api-error.js';
import type { Client } from '@buurt/core/http/client.js';
import {
  colleaguesFrom,
  type Colleagues,
  type GivenRole,
  type Invitation,
} from '@buurt/domain/desk/colleague.js';
import { buurtSettingsFrom } from '@buurt/domain/desk/buurt-settings-json.js';
import type { BuurtSettings, SettingsPatch, SettingsScope } from '@buurt/domain/desk/buurt-settings.js';
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

/** The address of a feed that somebody has; what it is, they saw when they made it. */
export interface FeedToken {
  readonly createdAt: string;
}

const feedTokensFrom = shape<{ readonly tokens: readonly FeedToken[] }>({
  tokens: list(shape<FeedToken>({ createdAt: text })),
});
const feedAddressFrom = shape<{ readonly url: string }>({ url: text });

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

  buurtSettings(code: string, signal: AbortSignal): Promise<BuurtSettings> {
    return this.#client.read({ path: `desk/buurten/${step(code)}/settings`, signal }, buurtSettingsFrom);
  }

  /** Changes settings as somebody saw them; a `conflict` when a colleague changed something since. */
  async changeBuurtSettings(
    code: string,
    {
      patch,
      scope,
      version,
    }: { readonly patch: SettingsPatch; readonly scope: SettingsScope; readonly version: string },
    key: string,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#client.read(
      {
        ...{ method: 'PATCH', path: `desk/buurten/${step(code)}/settings?scope=${scope}`, signal },
        headers: {
          ...{ 'content-type': 'application/merge-patch+json', 'idempotency-key': key },
          'if-match': `"${version}"`,
        },
        body: JSON.stringify(patch),
      },
      () => undefined,
    );
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

  async feedTokens(signal: AbortSignal): Promise<readonly FeedToken[]> {
    return (await this.#client.read({ path: 'desk/feed-tokens', signal }, feedTokensFrom)).tokens;
  }

  /** Makes an address for a feed reader, in the place of the one before; resolves to it. */
  async makeFeedAddress(signal: AbortSignal): Promise<string> {
    const call = { method: 'POST', path: 'desk/feed-tokens', signal } as const;
    const { url } = await this.#client.read(call, feedAddressFrom);
    const endpoint = new URL(`${this.#client.connection.endpoint}/`, document.baseURI);
    return new URL(url, endpoint).href;
  }

  async revokeFeedAddress(signal: AbortSignal): Promise<void> {
    await this.#client.read({ method: 'DELETE', path: 'desk/feed-tokens', signal }, () => undefined);
  }
}

/** The client, which is there whenever something is asked. */
export function ready(client: SettingsClient | undefined): SettingsClient {
  if (!client) throw new ApiError('aborted');
  return client;
}
