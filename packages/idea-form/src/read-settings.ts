import { inBuurt, type BuurtApi, type CallOptions } from '@buurt/core';
import { ideaSettingsFrom, shape, type IdeaSettings } from '@buurt/domain';

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
