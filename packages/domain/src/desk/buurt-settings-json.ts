import { actorKinds } from '../acts/act.js';
import { ideaSettingsFrom } from '../ideas/settings.js';
import { count, list, moment, nullable, oneOf, shape, text } from '../wire/json.js';
import { settingKeys, type BuurtSettings } from './buurt-settings.js';

type Different = NonNullable<BuurtSettings['all']>['different'];

export const buurtSettingsFrom = shape<BuurtSettings>({
  version: text,
  buurt: shape<BuurtSettings['buurt']>({ code: text, name: text, municipality: text }),
  idea: ideaSettingsFrom,
  own: list(oneOf(...settingKeys)),
  defaults: ideaSettingsFrom,
  changed: nullable(
    shape<NonNullable<BuurtSettings['changed']>>({
      at: moment,
      actor: oneOf(...actorKinds),
      name: nullable(text),
    }),
  ),
  all: nullable(
    shape<NonNullable<BuurtSettings['all']>>({
      count,
      different: shape<Different>({
        intro: count,
        organisation: count,
        themes: count,
        fields: count,
        questions: count,
        moderated: count,
        answerDays: count,
        contactKeptDays: count,
      }),
    }),
  ),
});
