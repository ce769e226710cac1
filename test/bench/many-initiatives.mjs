import { sql } from 'kysely';

/** Adds so many published initiatives, the newest first; `code` is the SQL that gives the buurt of the `n`th. */
export const addInitiatives = (db, count, code) =>
  sql`insert into initiative (id, buurt_code, reference, title, story, theme, status, review, lat, lon, created_at,
      published_at, updated_at)
    select gen_random_uuid(), ${code}, 'r' || n,
      (array['Nieuwe', 'Groene', 'Samen', 'Veilige', 'Gezellige'])[1 + n % 5] || ' '
        || (array['speeltuin', 'moestuin', 'bank', 'buurtkamer', 'oversteek', 'bomen', 'jeu de boules'])[1 + n % 7]
        || ' ' || substr(md5(n::text), 1, 6),
      'Op het plein is plek genoeg. Met een paar buren maken we er iets moois van, voor jong en oud. ' || md5(n::text),
      (array['green', 'play', 'meet', 'safe', 'traffic', 'other'])[1 + n % 6],
      (array['new', 'onBallot', 'granted', 'underway', 'done', 'declined'])[1 + n % 6], 'published',
      52 + n % 97 / 97.0, 5 + n % 89 / 89.0, now(), now() - n * interval '1 minute', now()
    from generate_series(1, ${count}::int) n`.execute(db);
