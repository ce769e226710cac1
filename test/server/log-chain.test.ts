import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import type { Round } from '@buurt/domain/rounds/round.js';
import {
  castDigest,
  chainStart,
  credentialsDigest,
  digestOf,
  linkHash,
  jsonDigest,
} from '../../packages/server/src/rounds/log-chain.js';
import { rulesHashOf } from '../../packages/server/src/rounds/round-changes.queries.js';

const proposal: Round['proposals'][number] = {
  id: 'p-2',
  title: 'Een “tafel” in de tuin — 3 m² 🌳',
  story: 'Twee\nregels\tmet "aanhalingstekens" en \\ en \u0007',
  costCents: 125_050,
  categories: ['wonen', 'groen'],
  neighborhoods: ['noord'],
  initiativeId: null,
  photo: null,
  place: null,
  remark: 'Vóór 1 mei',
  excludes: ['p-1'],
  withdrawn: false,
};
const row = {
  round_id: '7d3f1c52-1f0e-4c6b-9a52-6f1f0a6e2b11',
  id: proposal.id,
  title: proposal.title,
  story: proposal.story,
  cost_cents: proposal.costCents,
  categories: [...proposal.categories],
  neighborhoods: [...proposal.neighborhoods],
  initiative_id: null,
  remark: proposal.remark,
  excludes: [...proposal.excludes],
  salt: { rounded: [0, -0, 1e21, 1e-7, 0.1] },
};

describe('The hashes of a round', () => {
  it('are the same in every release: what was logged once can be checked for ever', () => {
    assert.equal(
      rulesHashOf({
        id: row.round_id,
        buurtCode: 'BU0363AA01',
        name: 'Budget',
        intro: '',
        budgetCents: 5_000_000,
        currency: 'EUR',
        opensAt: '2026-05-01T08:00:00+02:00',
        closesAt: '2026-05-15T18:00:00Z',
        rules: {
          expression: 'allocate',
          picks: { max: 3 },
          perProject: { min: 1, max: 5 },
          total: { max: 10 },
        },
        tallies: [
          { method: 'greedy-threshold', threshold: 0.1, tieBreak: ['cheaper', 'lot'], leftover: 'none' },
        ],
        groupNames: { groen: 'Groen' },
        proposals: [proposal, { ...proposal, id: 'p-1', excludes: ['p-2'] }],
      }),
      'db99a5c2586e1c76dc4dc2e0a21f3eedf713dcc3d31c6a0c2cb6525a2ca5ac08',
    );
    assert.equal(jsonDigest(row), '83478574144f3f110bb86b934e837ffd8bdfb088cbdfddd5a591a3446bc28969');
    assert.equal(
      chainStart(row.round_id),
      '108538c2b5a35575577e57a5a3a300743002371905027217892e9b9c23a2dba2',
    );
    assert.equal(
      linkHash('ab', 3, { event: 'cast', subject: row.id, version: 2, digest: 'cd' }),
      'd7a9e296b9e1af3f3d5882a542f4c8dad5e2c41beb6b123ca98279e4f53f569a',
    );
    assert.equal(
      digestOf(
        'slot',
        [
          { proposalId: 'p-2', points: 3 },
          { proposalId: 'p-1', rank: 1 },
        ],
        'online',
      ),
      '4d3fca93495b94768e9d708c1c6050cadb4f10f296cd93b62c7d510ba3d3fbf0',
    );
    assert.equal(castDigest('ab', 'cd'), 'b09c5477abec5b3275cc94f1884843b392d708547fe5861a4fbe400e2a64c5eb');
    assert.equal(
      credentialsDigest(['b', 'a']),
      'c8687a08aa5d6ed2044328fa6a697ab8e96dc34291e8c2034ae8c38e6fcc6d65',
    );
  });

  it('have keys in the order of RFC 8785, also keys that look like numbers', () => {
    const canonical = '{"10":"a","9":"b","z":2,"é":1}';
    assert.equal(
      jsonDigest({ 9: 'b', 10: 'a', é: 1, z: 2 }),
      createHash('sha256').update(canonical).digest('hex'),
    );
  });

  it('are the same for any order of keys, and without those that are absent', () => {
    assert.equal(
      jsonDigest({ b: [{ d: 1, c: undefined }], a: null, e: undefined }),
      jsonDigest({ a: null, b: [{ d: 1 }] }),
    );
  });
});
