import { z } from '@hono/zod-openapi';
import { figureKinds, initiativeStatuses, type Figure } from '@buurt/domain';
import { BuurtSummary, count, id, moment, orNull, type Agree, type Same } from './schemas.js';

export const FigureShape = z
  .object({
    kind: z.enum(figureKinds),
    value: count.openapi({ description: 'A number, or euro cents where the kind says so' }),
    source: orNull(z.string()).openapi({ description: '`null`: counted by this server' }),
    at: moment.openapi({ description: 'When it was counted' }),
  })
  .openapi('Figure');

export const Buurt = BuurtSummary.extend({
  initiativeCounts: z
    .object({ new: count, onBallot: count, granted: count, underway: count, done: count, declined: count })
    .openapi({ description: 'Published ones, by status' }),
  figures: z
    .array(FigureShape)
    .openapi({ description: 'What is known of the buurt; each kind at most once' }),
}).openapi('Buurt');

const position = z.array(z.number()).min(2);
export const MultiPolygon = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(position).min(4)).min(1)),
});

export const Boundary = z
  .object({
    type: z.literal('Feature'),
    properties: z.object({ code: z.string(), name: z.string() }),
    geometry: MultiPolygon,
  })
  .openapi('Boundary', { description: 'GeoJSON (RFC 7946), longitude first' });

export const Boundaries = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        id: z.string().openapi({ description: 'The code of the buurt' }),
        properties: z.object({ code: z.string(), name: z.string(), initiativeCount: count }),
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
          title: z.string(),
          status: z.enum(initiativeStatuses),
          theme: orNull(z.string()),
          supportCount: count,
          address: orNull(z.string()),
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
          properties: z.object({ kind: z.literal('buurt'), code: z.string(), name: z.string() }),
          geometry: MultiPolygon,
        }),
        z.object({
          type: z.literal('Feature'),
          properties: z.object({ kind: z.literal('street'), name: z.string() }),
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
