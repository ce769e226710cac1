import type { BuurtApi, CallOptions } from '@buurt/core/http/api.js';
import { inBuurt } from '@buurt/core/http/client.js';
import { shape } from '@buurt/domain/wire/json.js';
import { ideaSettingsFrom, type IdeaSettings } from '@buurt/domain/ideas/settings.js';

const answerFrom = shape<{ idea: IdeaSettings }>({ idea: ideaSettingsFrom });

/**
 * What the organiser of a buurt asks in the form.
 * @throws {ApiError}
 */
export const readSettings = async (
  api: BuurtApi,
  buurt: string,
  { signal }: CallOptions,
): Promise<IdeaSettings> => (await api.read({ path: `${inBuurt(buurt)}/settings`, signal }, answerFrom)).idea;
