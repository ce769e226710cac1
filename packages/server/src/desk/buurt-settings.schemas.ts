import { z } from '@hono/zod-openapi';
import { actorKinds } from '@buurt/domain/acts/act.js';
import { settingKeys, type BuurtSettings, type SettingKey } from '@buurt/domain/desk/buurt-settings.js';
import {
  ideaFields,
  ideaSteps,
  longest,
  longestFromOperator,
  mostCharacters,
} from '@buurt/domain/ideas/settings.js';
import {
  count,
  moment,
  orNull,
  Settings,
  shownBuurtCode,
  shownText,
  text,
  type Agree,
  type Same,
} from '../http/shared.schemas.js';

const countBySetting = z.object(
  Object.fromEntries(settingKeys.map((key) => [key, count])) as Record<SettingKey, typeof count>,
);

export const BuurtSettingsShape = z
  .object({
    version: shownText(40).openapi({
      description: 'As in `ETag`; it goes along with a change, as `If-Match`',
    }),
    buurt: z.object({
      code: shownBuurtCode,
      name: shownText(longestFromOperator.buurt),
      municipality: shownText(longestFromOperator.buurt),
    }),
    idea: Settings,
    own: z
      .array(z.enum(settingKeys))
      .openapi({ description: 'What this buurt has of its own; the others are as default' }),
    defaults: Settings.openapi({ description: 'What a setting goes back to' }),
    changed: orNull(
      z.object({ at: moment, actor: z.enum(actorKinds), name: shownText(mostCharacters.name).nullable() }),
    ).openapi({ description: 'Who changed something last' }),
    all: orNull(
      z.object({
        count: count.openapi({ description: 'How many buurten there are' }),
        different: countBySetting.openapi({ description: 'In how many of them it is another than here' }),
      }),
    ).openapi({ description: 'Null for who may not change something for all buurten' }),
  })
  .openapi('BuurtSettings');

export type SettingsAreDomain = Agree<[Same<z.infer<typeof BuurtSettingsShape>, BuurtSettings>]>;

const settingText = text(longestFromOperator.setting);
const localText = z.strictObject({ nl: settingText, en: settingText.optional() });
const most = z.int().min(0);
const shortId = text(longest.id);

const field = z.strictObject({
  name: z.enum(ideaFields),
  required: z.boolean(),
  min: most.optional(),
  max: most.optional(),
  label: localText.optional(),
  hint: localText.optional(),
});

const question = z.strictObject({
  id: shortId,
  step: z.enum(ideaSteps),
  kind: z.enum(['line', 'text', 'choice']),
  label: localText,
  hint: localText.optional(),
  required: z.boolean(),
  max: most.optional(),
  options: z.array(localText).max(100),
  shown: z.boolean(),
  onlyForTheme: shortId.optional(),
});

export const SettingsPatchShape = z
  .strictObject({
    intro: z.strictObject({ nl: settingText, en: settingText.nullable() }).partial().nullable(),
    organisation: z
      .strictObject({
        name: text(longestFromOperator.organisation),
        privacyUrl: text(longestFromOperator.privacyUrl).nullable(),
        colour: text(7).nullable(),
      })
      .partial()
      .nullable(),
    themes: z
      .array(z.strictObject({ id: shortId, name: localText }))
      .max(100)
      .nullable(),
    fields: z.array(field).max(ideaFields.length).nullable(),
    questions: z.array(question).max(100).nullable(),
    moderated: z.boolean().nullable(),
    answerDays: most.nullable(),
    contactKeptDays: most.nullable(),
  })
  .partial()
  .openapi('SettingsPatch', {
    description:
      'A JSON merge patch (RFC 7396): objects are merged with how they are now, lists are replaced, `null` is as default again',
    example: { answerDays: 10, organisation: { name: 'Woningstichting De Wetering' }, themes: null },
  });

export const SettingsChangedShape = z
  .object({ buurten: count.openapi({ description: 'For how many it holds now' }) })
  .openapi('SettingsChanged');
