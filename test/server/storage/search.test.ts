import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { InitiativePage } from '@buurt/domain/initiatives/initiative-list.js';
import { buurtCode, Stage } from '../stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

/** What stands in a title, a story or the address of a place, and what a resident types to find it. */
const written = [
  ['Een crèche in de buurt', 'creche', 'crèche', 'CRÈCHE', 'cre\u0300che'],
  ['De enquête van juni', 'enquete', 'enquête'],
  ['Een façade met planten', 'facade', 'façade'],
  ['Muziek van Señor Jalapeño', 'senor', 'jalapeno', 'jalapeño'],
  ['De ĳsbaan komt terug', 'ijsbaan', 'ĳsbaan', 'IJsbaan'],
  ['Een re\u0301union op het plein', 'reunion', 'réunion'],
  ['Ideeën en coördinatie', 'ideeen', 'ideeën', 'coordinatie'],
  ['Große Straße', 'strasse', 'straße', 'grosse'],
  ['Bij Łukasz en Ørsted', 'lukasz', 'Łukasz', 'orsted'],
  ['Kapı ağacı şenliği', 'kapi', 'agaci', 'senligi', 'şenliği'],
  ['Cœur et œuvre', 'coeur', 'oeuvre'],
  ['Ёлка на площади', 'елка', 'ёлка', 'площади'],
  ['حَديقة الحي', 'حديقة', 'حَديقة'],
  ['Picknicktafels/bankjes bij de vijver.', 'bankjes', 'picknicktafels'],
  ['Speeltuin.Daarna nog een trapveldje', 'daarna', 'speeltuin', 'trapveldje'],
  ['Kijk op www.voorbeeldbuurt.nl/wandelroute', 'voorbeeldbuurt', 'wandelroute', 'voorbeeldbuurt.nl'],
  ['Mail sam@groenestraat.nl', 'groenestraat', 'mail'],
  ['Jeu-de-boulesbaan versie 2.0', 'boulesbaan', 'jeu', '2.0'],
  ["Oma’s (en opa's) café", 'cafe', 'opa'],
] as const;

// In two halves: a word that looks like another is found as a mistyped one, as "senor" and "şenliği".
for (const half of [written.slice(0, 9), written.slice(9)])
  describe('A buurt where each thing is written in a title, in a story and at a place', () => {
    before(async () => {
      await stage.clear();
      for (const [nth, [text]] of half.entries()) {
        await stage.addInitiative({ title: text });
        await stage.addInitiative({ title: `Eerste ${String(nth)}`, story: `Begin. ${text}. Eind.` });
        await stage.addInitiative({
          ...{ title: `Tweede ${String(nth)}`, place: { lat: 52.005, lon: 5.005, address: text } },
        });
      }
    });

    for (const [nth, [text, ...asked]] of half.entries())
      for (const q of asked)
        it(`finds "${text}" by "${q}", three times and nothing else`, async () => {
          const answer = await stage.get(`/buurten/${buurtCode}/initiatives?q=${encodeURIComponent(q)}`);
          const { initiatives } = (await answer.json()) as InitiativePage;
          assert.deepEqual(
            initiatives.map(({ title }) => title).toSorted(),
            [text, `Eerste ${String(nth)}`, `Tweede ${String(nth)}`].toSorted(),
          );
        });
  });
