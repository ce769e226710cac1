import { z } from '@hono/zod-openapi';
import { figureKinds, type Figure } from '@buurt/domain/geo/map-place.js';
import { longest, longestFromOperator, mostCharacters } from '@buurt/domain/ideas/settings.js';
import { initiativeStatuses } from '@buurt/domain/initiatives/initiative-status.js';
import {
  BuurtSummary,
  count,
  id,
  moment,
  orNull,
  shownBuurtCode,
  shownId,
  shownText,
  type Agree,
  type Same,
  countByStatus,
} from '../http/shared.schemas.js';

const buurtName = shownText(longestFromOperator.buurt);

const FigureShape = z
  .object({
    kind: z.enum(figureKinds),
    value: count.openapi({ description: 'A number, or euro cents where the kind says so' }),
    source: orNull(shownText(longestFromOperator.source)).openapi({
      description: '`null`: counted by this server',
    }),
    at: moment.openapi({ description: 'When it was counted' }),
  })
  .openapi('Figure');

export const Buurt = BuurtSummary.extend({
  initiativeCounts: countByStatus.openapi({ description: 'Published ones, by status' }),
  figures: z
    .array(FigureShape)
    .openapi({ description: 'What is known of the buurt; each kind at most once' }),
}).openapi('Buurt');

const position = z.array(z.number()).min(2);
const MultiPolygon = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(position).min(4)).min(1)),
});

export const Boundary = z
  .object({
    type: z.literal('Feature'),
    properties: z.object({ code: shownBuurtCode, name: buurtName }),
    geometry: MultiPolygon,
  })
  .openapi('Boundary', { description: 'GeoJSON (RFC 7946), longitude first' });

export const Boundaries = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        id: shownBuurtCode.openapi({ description: 'The code of the buurt' }),
        properties: z.object({ code: shownBuurtCode, name: buurtName, initiativeCount: count }),
        geometry: MultiPolygon,
      }),
    ),
  })
  .openapi('Boundaries', {
    description: 'GeoJSON; borders that touch still do, however few positions are left',
  });

export const Places = z
  .object({
    type: z.literal('FeatureCollection'),
    total: count.openapi({ description: 'All initiatives that fit, also without a place' }),
    withoutPlace: count,
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        id,
        properties: z.object({
          title: shownText(mostCharacters.title),
          status: z.enum(initiativeStatuses),
          theme: orNull(shownId),
          supportCount: count,
          address: orNull(shownText(longest.address)),
        }),
        geometry: z.object({ type: z.literal('Point'), coordinates: position }),
      }),
    ),
  })
  .openapi('Places', { description: 'GeoJSON; newest first, at most 5,000 and 2 MiB' });

export const Surroundings = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.union([
        z.object({
          type: z.literal('Feature'),
          properties: z.object({ kind: z.literal('buurt'), code: shownBuurtCode, name: buurtName }),
          geometry: MultiPolygon,
        }),
        z.object({
          type: z.literal('Feature'),
          properties: z.object({ kind: z.literal('street'), name: shownText(longestFromOperator.street) }),
          geometry: z.object({
            type: z.literal('MultiLineString'),
            coordinates: z.array(z.array(position).min(2)),
          }),
        }),
      ]),
    ),
  })
  .openapi('Surroundings', {
    description: 'GeoJSON: neighbouring buurten, and streets as far as they are known',
  });

/** Does not compile when the contract and the domain say different things. */
export type MapContractIsDomain = Agree<[Same<z.infer<typeof FigureShape>, Figure>]>;
