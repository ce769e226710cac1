SET check_function_bodies = false;


CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;






CREATE FUNCTION public.count_help() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    begin
      new.help_missing := help_missing(new.id, new.status, new.needs, new.asked);
      return new;
    end $$;



CREATE FUNCTION public.count_standing() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
  begin
    perform 1 from initiative where id in (select initiative_id from changed)
      order by id for no key update;
    update initiative set
      support_count = (select count(*) from support where initiative_id = initiative.id),
      offer_count = (select count(*) from offer where initiative_id = initiative.id and seen_at is not null),
      news_at = (select max(at) from news where initiative_id = initiative.id),
      help_missing = help_missing(id, status, needs, asked)
    where id in (select initiative_id from changed);
    return null;
  end $$;



CREATE FUNCTION public.help_missing(id uuid, status text, needs text[], asked jsonb) RETURNS integer
    LANGUAGE sql
    AS $$
    select case when status in ('done', 'declined') then 0 else coalesce(sum(greatest(0,
      coalesce((asked ->> kind)::int, 1)
      - (select count(*)::int from offer
          where offer.initiative_id = help_missing.id and kind = any (kinds) and seen_at is not null)
    )), 0)::int end
    from unnest(needs) as kind
  $$;



CREATE FUNCTION public.keep_standing() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    begin
      insert into standing_before (initiative_id, buurt_code, support_count, help_missing, news_at)
        values (old.id, old.buurt_code, old.support_count, old.help_missing, old.news_at);
      return null;
    end $$;



CREATE FUNCTION public.mark_initiative_end() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    begin
      if new.status in ('done', 'declined') or new.review in ('declined', 'hidden') then
        new.ended_at := coalesce(new.ended_at, new.updated_at);
      else
        new.ended_at := null;
      end if;
      return new;
    end $$;



CREATE FUNCTION public.plain_text(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN btrim(regexp_replace(replace(replace(replace(replace(translate(lower(regexp_replace(NORMALIZE(words, NFKD), '[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]'::text, ''::text, 'g'::text)), 'øłđıðħŧŋĸ'::text, 'oldidhtnk'::text), 'ß'::text, 'ss'::text), 'æ'::text, 'ae'::text), 'œ'::text, 'oe'::text), 'þ'::text, 'th'::text), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f\u3000-\u303f]+'::text, ' '::text, 'g'::text));





CREATE TABLE public.announcement (
    "position" bigint NOT NULL,
    initiative_id uuid NOT NULL
);



ALTER TABLE public.announcement ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.announcement_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.ballot (
    round_id uuid NOT NULL,
    slot text NOT NULL,
    lines jsonb NOT NULL,
    channel text NOT NULL,
    version integer NOT NULL,
    receipt text NOT NULL,
    CONSTRAINT ballot_channel_check CHECK ((channel = ANY (ARRAY['online'::text, 'paper'::text, 'assisted'::text]))),
    CONSTRAINT ballot_version_check CHECK ((version > 0))
);



CREATE TABLE public.ballot_key (
    round_id uuid NOT NULL,
    slot text NOT NULL,
    key uuid NOT NULL,
    fingerprint text NOT NULL,
    version integer NOT NULL
);



CREATE TABLE public.buurt (
    code text NOT NULL,
    name text NOT NULL,
    municipality text NOT NULL,
    households integer,
    border jsonb NOT NULL,
    west double precision NOT NULL,
    south double precision NOT NULL,
    east double precision NOT NULL,
    north double precision NOT NULL,
    settings jsonb DEFAULT '{}'::jsonb NOT NULL,
    households_source text,
    households_at date,
    CONSTRAINT buurt_code_check CHECK ((code ~ '^BU[0-9A-Z]{8}$'::text)),
    CONSTRAINT buurt_households_check CHECK ((households >= 0))
);



CREATE TABLE public.cast_count (
    day date NOT NULL,
    code text NOT NULL,
    count integer NOT NULL
);



CREATE TABLE public.confirmation_request (
    mailbox text NOT NULL,
    at timestamp(3) with time zone NOT NULL
);



CREATE TABLE public.contact (
    initiative_id uuid NOT NULL,
    name text,
    email text,
    phone text,
    consented_at timestamp(3) with time zone NOT NULL
);



CREATE TABLE public.follower (
    id uuid NOT NULL,
    buurt_code text,
    initiative_id uuid,
    email text NOT NULL,
    page text,
    asked_at timestamp(3) with time zone NOT NULL,
    confirmed_at timestamp(3) with time zone,
    digest_until bigint DEFAULT 0 NOT NULL,
    digest_sent_at timestamp(3) with time zone,
    CONSTRAINT follower_check CHECK (((buurt_code IS NULL) <> (initiative_id IS NULL)))
);



CREATE TABLE public.idea_source_count (
    buurt_code text NOT NULL,
    day date NOT NULL,
    source text NOT NULL,
    count integer NOT NULL
);



CREATE TABLE public.idempotency (
    scope text NOT NULL,
    key uuid NOT NULL,
    fingerprint text NOT NULL,
    answer jsonb,
    created_at timestamp(3) with time zone NOT NULL
);



CREATE TABLE public.initiative (
    id uuid NOT NULL,
    buurt_code text NOT NULL,
    reference text NOT NULL,
    title text NOT NULL,
    story text NOT NULL,
    theme text,
    status text DEFAULT 'new'::text NOT NULL,
    status_reason text,
    review text DEFAULT 'waiting'::text NOT NULL,
    review_reason text,
    lat double precision,
    lon double precision,
    address text,
    assets text DEFAULT ''::text NOT NULL,
    joiners text DEFAULT ''::text NOT NULL,
    needs text[] DEFAULT '{}'::text[] NOT NULL,
    offers text[] DEFAULT '{}'::text[] NOT NULL,
    cost_min_cents integer,
    cost_max_cents integer,
    answers jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp(3) with time zone NOT NULL,
    published_at timestamp(3) with time zone,
    ended_at timestamp(3) with time zone,
    updated_at timestamp(3) with time zone NOT NULL,
    asked jsonb DEFAULT '{}'::jsonb NOT NULL,
    support_count integer DEFAULT 0 NOT NULL,
    offer_count integer DEFAULT 0 NOT NULL,
    help_missing integer DEFAULT 0 NOT NULL,
    news_at timestamp(3) with time zone,
    search tsvector GENERATED ALWAYS AS ((to_tsvector('dutch'::regconfig, public.plain_text(((((title || ' '::text) || story) || ' '::text) || COALESCE(address, ''::text)))) || to_tsvector('simple'::regconfig, public.plain_text(((((title || ' '::text) || story) || ' '::text) || COALESCE(address, ''::text)))))) STORED NOT NULL,
    CONSTRAINT initiative_check CHECK ((cost_max_cents >= cost_min_cents)),
    CONSTRAINT initiative_check1 CHECK (((lat IS NULL) = (lon IS NULL))),
    CONSTRAINT initiative_check2 CHECK (((cost_min_cents IS NULL) = (cost_max_cents IS NULL))),
    CONSTRAINT initiative_check3 CHECK (((review <> 'published'::text) OR (published_at IS NOT NULL))),
    CONSTRAINT initiative_cost_min_cents_check CHECK ((cost_min_cents >= 0)),
    CONSTRAINT initiative_lat_check CHECK (((lat >= ('-90'::integer)::double precision) AND (lat <= (90)::double precision))),
    CONSTRAINT initiative_lon_check CHECK (((lon >= ('-180'::integer)::double precision) AND (lon <= (180)::double precision))),
    CONSTRAINT initiative_review_check CHECK ((review = ANY (ARRAY['waiting'::text, 'published'::text, 'declined'::text, 'hidden'::text]))),
    CONSTRAINT initiative_status_check CHECK ((status = ANY (ARRAY['new'::text, 'onBallot'::text, 'granted'::text, 'underway'::text, 'done'::text, 'declined'::text])))
);



CREATE TABLE public.kysely_migration (
    name character varying(255) NOT NULL,
    "timestamp" character varying(255) NOT NULL
);



CREATE TABLE public.kysely_migration_lock (
    id character varying(255) NOT NULL,
    is_locked integer DEFAULT 0 NOT NULL
);



CREATE TABLE public.mail (
    id uuid NOT NULL,
    "position" bigint NOT NULL,
    follower_id uuid NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    text text NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    next_at timestamp(3) with time zone NOT NULL,
    failed_at timestamp(3) with time zone,
    reason text,
    initiative_id uuid,
    CONSTRAINT mail_kind_check CHECK ((kind = ANY (ARRAY['confirm'::text, 'told'::text, 'digest'::text])))
);



CREATE TABLE public.mail_count (
    hour timestamp(3) with time zone NOT NULL,
    sent integer NOT NULL
);



ALTER TABLE public.mail ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.mail_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.news (
    id uuid NOT NULL,
    initiative_id uuid NOT NULL,
    at timestamp(3) with time zone NOT NULL,
    text text NOT NULL
);



CREATE TABLE public.offer (
    id uuid NOT NULL,
    initiative_id uuid NOT NULL,
    kinds text[] NOT NULL,
    words text NOT NULL,
    name text,
    contact text,
    created_at timestamp(3) with time zone NOT NULL,
    seen_at timestamp(3) with time zone
);



CREATE TABLE public.photo (
    id uuid NOT NULL,
    initiative_id uuid,
    alt text DEFAULT ''::text NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    created_at timestamp(3) with time zone NOT NULL,
    news_id uuid,
    source text,
    bytes integer DEFAULT 0 NOT NULL
);



CREATE TABLE public.photo_file (
    photo_id uuid NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    bytes bytea NOT NULL
);



CREATE TABLE public.promise (
    id uuid NOT NULL,
    initiative_id uuid NOT NULL,
    who text NOT NULL,
    what text NOT NULL,
    by date NOT NULL,
    state text NOT NULL,
    granted_cents integer,
    spent_cents integer,
    revised_at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
    revisions integer DEFAULT 0 NOT NULL,
    CONSTRAINT promise_granted_cents_check CHECK ((granted_cents >= 0)),
    CONSTRAINT promise_spent_cents_check CHECK ((spent_cents >= 0)),
    CONSTRAINT promise_state_check CHECK ((state = ANY (ARRAY['open'::text, 'kept'::text, 'late'::text, 'broken'::text])))
);



CREATE TABLE public.proposal (
    round_id uuid NOT NULL,
    id text NOT NULL,
    title text NOT NULL,
    story text NOT NULL,
    cost_cents bigint NOT NULL,
    categories text[] DEFAULT '{}'::text[] NOT NULL,
    neighborhoods text[] DEFAULT '{}'::text[] NOT NULL,
    initiative_id uuid,
    remark text,
    excludes text[] DEFAULT '{}'::text[] NOT NULL,
    withdrawn boolean DEFAULT false NOT NULL,
    CONSTRAINT proposal_cost_cents_check CHECK ((cost_cents >= 0))
);



CREATE TABLE public.remark (
    id uuid NOT NULL,
    initiative_id uuid NOT NULL,
    stance text NOT NULL,
    text text NOT NULL,
    name text,
    review text DEFAULT 'waiting'::text NOT NULL,
    created_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT remark_review_check CHECK ((review = ANY (ARRAY['waiting'::text, 'published'::text, 'declined'::text, 'hidden'::text]))),
    CONSTRAINT remark_stance_check CHECK ((stance = ANY (ARRAY['for'::text, 'against'::text, 'question'::text])))
);



CREATE TABLE public.remark_report (
    id uuid NOT NULL,
    remark_id uuid NOT NULL,
    reason text NOT NULL,
    created_at timestamp(3) with time zone NOT NULL
);



CREATE TABLE public.round (
    id uuid NOT NULL,
    buurt_code text NOT NULL,
    name text NOT NULL,
    intro text DEFAULT ''::text NOT NULL,
    budget_cents bigint NOT NULL,
    currency text NOT NULL,
    opens_at timestamp(3) with time zone NOT NULL,
    closes_at timestamp(3) with time zone NOT NULL,
    rules jsonb NOT NULL,
    tallies jsonb NOT NULL,
    group_names jsonb DEFAULT '{}'::jsonb NOT NULL,
    rules_hash text NOT NULL,
    salt bytea NOT NULL,
    mark text NOT NULL,
    closed boolean DEFAULT false NOT NULL,
    cancelled boolean DEFAULT false NOT NULL,
    CONSTRAINT round_budget_cents_check CHECK ((budget_cents >= 0)),
    CONSTRAINT round_check CHECK ((closes_at > opens_at)),
    CONSTRAINT round_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT round_rules_hash_check CHECK ((rules_hash ~ '^[0-9a-f]{64}$'::text))
);



CREATE TABLE public.round_log (
    round_id uuid NOT NULL,
    "position" integer NOT NULL,
    event text NOT NULL,
    subject text NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    digest text DEFAULT ''::text NOT NULL,
    hash text NOT NULL,
    CONSTRAINT round_log_event_check CHECK ((event = ANY (ARRAY['made'::text, 'proposal'::text, 'codes'::text, 'opened'::text, 'closed'::text, 'withdrawn'::text, 'voided'::text, 'cast'::text, 'changed'::text, 'proposal-changed'::text, 'cancelled'::text]))),
    CONSTRAINT round_log_position_check CHECK (("position" > 0))
);



CREATE TABLE public.round_revision (
    round_id uuid NOT NULL,
    at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
    times integer DEFAULT 0 NOT NULL
);



CREATE TABLE public.secret_mark (
    is_only boolean DEFAULT true NOT NULL,
    mark text NOT NULL,
    CONSTRAINT secret_mark_is_only_check CHECK (is_only)
);



CREATE TABLE public.slot (
    round_id uuid NOT NULL,
    slot text NOT NULL,
    voided boolean DEFAULT false NOT NULL,
    batch integer NOT NULL
);



CREATE TABLE public.source_count (
    kind text NOT NULL,
    initiative_id uuid NOT NULL,
    day date NOT NULL,
    source text NOT NULL,
    count integer NOT NULL,
    CONSTRAINT source_count_kind_check CHECK ((kind = ANY (ARRAY['support'::text, 'offer'::text, 'remark'::text])))
);



CREATE TABLE public.standing_before (
    changed bigint NOT NULL,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    at timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
    initiative_id uuid NOT NULL,
    buurt_code text NOT NULL,
    support_count integer NOT NULL,
    help_missing integer NOT NULL,
    news_at timestamp(3) with time zone
);



ALTER TABLE public.standing_before ALTER COLUMN changed ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.standing_before_changed_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.street (
    id bigint NOT NULL,
    name text NOT NULL,
    line jsonb NOT NULL,
    west double precision NOT NULL,
    south double precision NOT NULL,
    east double precision NOT NULL,
    north double precision NOT NULL
);



ALTER TABLE public.street ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.street_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);



CREATE TABLE public.support (
    initiative_id uuid NOT NULL,
    browser_key_hash text NOT NULL,
    created_at timestamp(3) with time zone NOT NULL
);



INSERT INTO public.announcement OVERRIDING SYSTEM VALUE VALUES
	(1, 'ab0df3c9-3e83-42fa-a363-3b41497c5fc0'),
	(2, 'd9d0d0e2-0c90-4e1a-90e6-4abdb254bc3a');



INSERT INTO public.ballot VALUES
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 'IbG_Irt0vhX3PZ8sXiXcAD7NKDQhLdvyoKXu3y9jKx0', '[{"proposalId": "a"}, {"proposalId": "b"}]', 'online', 1, 'EDN6TW80'),
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 'COgRcltYYzspLtCLJu0D_YFMGFyB_tHQOR0xpS24Zr8', '[{"proposalId": "b"}]', 'online', 1, 'Y9S930YT'),
	('c860d76f-23bc-4cc8-afa7-960257c54056', '0VXgrrJe-rRjcbrDT8PbUBxnVz0Prp6vuG1Olbw3jjE', '[{"proposalId": "a"}]', 'online', 1, 'WE3ZEBVF'),
	('c860d76f-23bc-4cc8-afa7-960257c54056', 'ELJh1p9gkaDKJXVZ_BXeS7dpgauz8NdbQW1lI-T7YTY', '[{"proposalId": "a"}, {"proposalId": "c"}]', 'online', 1, 'EDFVJNST'),
	('c860d76f-23bc-4cc8-afa7-960257c54056', 'BJEKzsEjUHoO6FeHOdRybrIhhlVwSt8t66wm-bvRw2w', '[{"proposalId": "c"}, {"proposalId": "b"}]', 'online', 1, '0SPVA5WX'),
	('c860d76f-23bc-4cc8-afa7-960257c54056', 'FSkonoFFdh6OcfZFPx4oKbeBcR_H64IZOEH-Q72luFk', '[{"proposalId": "c"}]', 'online', 1, 'P566FDZ0'),
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 'OwH59jE38kvV3PecM1oqWzC9RWozBxpn5HDp1pGlc7k', '[{"proposalId": "c"}]', 'online', 2, 'PTDNW6BV');



INSERT INTO public.ballot_key VALUES
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 'OwH59jE38kvV3PecM1oqWzC9RWozBxpn5HDp1pGlc7k', '25640fa6-1d34-4422-9df3-2e05c94df50d', '6560a518eeb6b71635d616ad64143b20485d2b515061a7f1c4fa7ceb1d4f87ac', 1),
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 'IbG_Irt0vhX3PZ8sXiXcAD7NKDQhLdvyoKXu3y9jKx0', '2542eb17-8c0e-4fd1-849e-54b1384a6b7c', '33a626b2f2db6aacd9639ce02d7344a9b70698e4f38ab5c0be0f82cf749ead16', 1),
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 'COgRcltYYzspLtCLJu0D_YFMGFyB_tHQOR0xpS24Zr8', '06b1f30d-0d10-41f7-9a59-19cd88e5d4c2', '434f353bd83973ea27c4f47474459c6b8f99e34da703bd4c67fc60fc9cd8235e', 1),
	('c860d76f-23bc-4cc8-afa7-960257c54056', '0VXgrrJe-rRjcbrDT8PbUBxnVz0Prp6vuG1Olbw3jjE', 'ae4aeb5a-6d07-4c1b-94bf-faa980c0687b', 'cc6e600b31c5f821fe67657af9fb600d1cbcf11dce57e33f0d35ea151066c4a2', 1),
	('c860d76f-23bc-4cc8-afa7-960257c54056', 'ELJh1p9gkaDKJXVZ_BXeS7dpgauz8NdbQW1lI-T7YTY', '19c83425-3cfd-41cd-b7f2-0fc5330d0745', '64199f02f04c3a3339e62593d6d94337beba09c969975f53f2864def2dbd79fe', 1),
	('c860d76f-23bc-4cc8-afa7-960257c54056', 'BJEKzsEjUHoO6FeHOdRybrIhhlVwSt8t66wm-bvRw2w', '41752c8d-5677-4df3-aeeb-51a36a555347', 'e9f213208d78552d7cba56350175ba92bdbcc0282f7cb436757b01b90b9d9fb2', 1),
	('c860d76f-23bc-4cc8-afa7-960257c54056', 'FSkonoFFdh6OcfZFPx4oKbeBcR_H64IZOEH-Q72luFk', '6a60b74b-5680-41d8-941b-50880c4d041e', '99c52fe8574f3516af32b0ae2b90f08a9cdbf2df3a8bf9f41083241b3cdac80f', 1),
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 'OwH59jE38kvV3PecM1oqWzC9RWozBxpn5HDp1pGlc7k', 'b7d5f4fe-cee8-42d5-b707-4fb5365f53a1', '12b041386a49b4464efed43100b1697881f5e145988cf2e2fbc1991c6584cfc5', 2);



INSERT INTO public.buurt VALUES
	('BU9999AA01', 'Lindenkwartier', 'Voorbeeldstad', 250, '{"type": "MultiPolygon", "coordinates": [[[[5, 52], [5.01, 52], [5.01, 52.01], [5, 52.01], [5, 52]]]]}', 5, 52, 5.01, 52.01, '{"moderated": true, "organisation": {"name": "Woningstichting Voorbeeld"}, "contactKeptDays": 60}', NULL, NULL),
	('BU9999AA02', 'Rozenbuurt', 'Voorbeeldstad', 250, '{"type": "MultiPolygon", "coordinates": [[[[5, 52], [5.01, 52], [5.01, 52.01], [5, 52.01], [5, 52]]]]}', 5, 52, 5.01, 52.01, '{}', NULL, NULL);



INSERT INTO public.cast_count VALUES
	('2026-11-23', 'ivBmr0WWv4VyM2Bk2tNlrgXtyEPGRYMZMXYfOnuVE7c', 1),
	('2026-11-23', 'OdH5sLC9q4ycq0kIAokq9UD59Xcka3cdvNO7k0cjZrk', 1),
	('2026-11-23', '5EKG_FCHxj3Q3QVMz1TcIxeRX-FfWZumva8i721_sVU', 1),
	('2026-11-23', '7_4OK9rSSzf67y9_gIJ8dNtSyk-cug6uwGAfTWGwafk', 1),
	('2026-11-23', 'Gikl1OTnH8ssn2qCY4STzzxvWUCoTnRAXZfq81VJJ58', 1),
	('2026-11-23', '3ojq-IFGIxa-uZOHnqi5OUA68VuQkTTzqRbyC9kaSww', 1),
	('2026-11-23', 'zVHlZWZjCsfIXyLD_kcpzzYzG4VmoopB1GmLuwrG6Oo', 2);



INSERT INTO public.confirmation_request VALUES
	('lou@voorbeeld.nl', '2026-11-23 10:00:00+00');



INSERT INTO public.contact VALUES
	('ab0df3c9-3e83-42fa-a363-3b41497c5fc0', 'Mila', 'mila@voorbeeld.nl', NULL, '2026-11-23 10:00:00+00'),
	('596b6c7a-c26f-4ebb-b189-a041ed2d71ea', NULL, 'zoe@voorbeeld.nl', NULL, '2026-11-23 10:00:00+00'),
	('3590cdb1-79d0-4d93-b730-21009a4e0073', NULL, NULL, NULL, '2026-11-23 10:00:00+00'),
	('d9d0d0e2-0c90-4e1a-90e6-4abdb254bc3a', NULL, NULL, NULL, '2026-11-23 10:00:00+00');



INSERT INTO public.follower VALUES
	('429e2e93-aec2-476f-94ec-f4afbd18b1ff', 'BU9999AA01', NULL, 'sam@voorbeeld.nl', NULL, '2026-11-23 10:00:00+00', '2026-11-23 10:00:00+00', 1, '2026-11-23 10:00:00+00'),
	('e1d1b803-77f4-4f43-8004-23a6650342b2', NULL, 'ab0df3c9-3e83-42fa-a363-3b41497c5fc0', 'noor@voorbeeld.nl', NULL, '2026-11-23 10:00:00+00', '2026-11-23 10:00:00+00', 1, NULL),
	('886b9b60-142a-4267-a78e-11a77eef8f23', NULL, 'ab0df3c9-3e83-42fa-a363-3b41497c5fc0', 'lou@voorbeeld.nl', NULL, '2026-11-23 10:00:00+00', NULL, 0, NULL);



INSERT INTO public.idea_source_count VALUES
	('BU9999AA01', '2026-11-23', 'WlPtfnPcQusr7DqhsKX16bAe86EwLHmBjkjux2YS8KI', 4);



INSERT INTO public.idempotency VALUES
	('photo', 'f399051e-0f78-4329-acb9-74fd54716fb8', 'FHDUzBVsTRRrbdI1oS2EkjySFhx5y5XXIp8ENNeH8GE', '{"id": "c611825e-f6b1-465e-b43f-4ee14ad1f2e6"}', '2026-11-23 10:00:00+00'),
	('photo', '4d138aed-2850-4b8d-b338-4c8152bef5ef', 'Arq7AATKIj2Ai4bH0XDtGK_fWAzKhE8fEGLryOb7KUY', '{"id": "3b56809e-316c-4ece-9da6-a935a0d6a35a"}', '2026-11-23 10:00:00+00'),
	('idea', '7d1a6b7a-6b83-40a4-b7ed-c8c5b0ed81c6', 'dAA9ro-_ZzCxhmr0MAyn5Y0BuhYWvyQuU5g1k1sI6N8', '{"id": "ab0df3c9-3e83-42fa-a363-3b41497c5fc0", "state": "waiting", "answerBy": "2026-12-07T10:00:00.000Z", "reachable": true, "reference": "9C4-WFV", "receivedAt": "2026-11-23T10:00:00.000Z"}', '2026-11-23 10:00:00+00'),
	('idea', '1137c8b6-6ad9-436f-9b41-6e38e018f5dc', 'z76nOJJgFCZzVCHavC5OgULjxIFI5aMmoRyqjfOFXP8', '{"id": "596b6c7a-c26f-4ebb-b189-a041ed2d71ea", "state": "waiting", "answerBy": "2026-12-07T10:00:00.000Z", "reachable": true, "reference": "3X3-T52", "receivedAt": "2026-11-23T10:00:00.000Z"}', '2026-11-23 10:00:00+00'),
	('idea', '8833a22a-320f-49f7-9c17-43d9574d1b3e', 'T_Z23hIdCP3B_1YY8UXnd5hM_oN5zP2ME31SC4fZtJw', '{"id": "3590cdb1-79d0-4d93-b730-21009a4e0073", "state": "waiting", "answerBy": "2026-12-07T10:00:00.000Z", "reachable": false, "reference": "GX2-6PR", "receivedAt": "2026-11-23T10:00:00.000Z"}', '2026-11-23 10:00:00+00'),
	('follower', 'c28fd56a-f90c-49d5-a976-65210a2dec70', 'CCQELD6XcCLnxSQwYjYhwW_43kH68V3frnQ4MnOqR28', '{"asked": true}', '2026-11-23 10:00:00+00'),
	('offer', '889e8728-f67c-4552-bddd-14e05b0c072f', 'lOlAEUiew2DShVtnMaHFzgZdkp9myvmQPelLBE3ALLw', '{"id": "f5daa34e-8b15-46dd-b6ff-5499d5a0fa33"}', '2026-11-23 10:00:00+00'),
	('offer', '83489068-9667-45d9-80ab-becc06d6eb76', 'sn8mPCA8mxIpXYlH_G8CGhMRI0xup5dtRx3tJBRQgzM', '{"id": "220ccf49-d63e-4418-8438-56aa84e36090"}', '2026-11-23 10:00:00+00'),
	('remark', '954da45f-ec1c-403f-b761-b6ba52504126', 'CSDC4bRySOev4xRRsphngSOhKNc2v9XPg8RztBF8iOg', '{"id": "25456978-dcef-4542-9350-0a985750fe45"}', '2026-11-23 10:00:00+00'),
	('remark', '5ad722a7-5eb7-4c4e-b28c-524484fa753b', '4Ui27anafULaPG8T4usJfQ5ebMb25dJ6ytA-Vs7KkWM', '{"id": "3464a8ff-847b-4f3e-9431-f45af4633f5a"}', '2026-11-23 10:00:00+00'),
	('report', '7164ca3f-5735-4396-a558-f483fd840ff7', '2FWD_sW7wezV8JhtZpyC0S8YxGTYBso4_Ss3o3hr3MI', '{"id": "f6012c15-1c3e-44ab-b1c0-f6ab64a0717b"}', '2026-11-23 10:00:00+00'),
	('follower', 'dbf9bf4c-d260-45b3-b7c9-15a9223664d4', 'hP7OAPqtNut1y68O0Rb40-f4hq_Xtne62GniIokRqGM', '{"asked": true}', '2026-11-23 10:00:00+00'),
	('follower', 'a9b60eda-0eaf-494d-a45a-a927ecae0ed5', '3J4SVZ2nWzzp1DhLQKlF-67o2tLX76G3flmBuqbybIY', '{"asked": true}', '2026-11-23 10:00:00+00'),
	('idea', 'fdcfbfe0-09f5-40ae-bfb9-06d6493cf9b0', 'etbXPoJ9wdG_tUfvCbYTz8jyH-DB1w58KHsHJE4oF1I', '{"id": "d9d0d0e2-0c90-4e1a-90e6-4abdb254bc3a", "state": "waiting", "answerBy": "2026-12-07T10:00:00.000Z", "reachable": false, "reference": "MMT-7FJ", "receivedAt": "2026-11-23T10:00:00.000Z"}', '2026-11-23 10:00:00+00');



INSERT INTO public.initiative VALUES
	('596b6c7a-c26f-4ebb-b189-a041ed2d71ea', 'BU9999AA01', '3X3-T52', 'Een jeu-de-boulesbaan', 'Twee keer per jaar samen eten.', NULL, 'new', NULL, 'waiting', NULL, NULL, NULL, NULL, '', '', '{}', '{}', NULL, NULL, '{}', '2026-11-23 10:00:00+00', NULL, NULL, '2026-11-23 10:00:00+00', '{}', 0, 0, 0, NULL, DEFAULT),
	('3590cdb1-79d0-4d93-b730-21009a4e0073', 'BU9999AA01', 'GX2-6PR', 'Een zwembad', 'Twee keer per jaar samen eten.', NULL, 'new', NULL, 'declined', 'Daar is geen plek voor.', NULL, NULL, NULL, '', '', '{}', '{}', NULL, NULL, '{}', '2026-11-23 10:00:00+00', NULL, '2026-11-23 10:00:00+00', '2026-11-23 10:00:00+00', '{}', 0, 0, 0, NULL, DEFAULT),
	('d9d0d0e2-0c90-4e1a-90e6-4abdb254bc3a', 'BU9999AA01', 'MMT-7FJ', 'Een bankje', 'Twee keer per jaar samen eten.', 'green', 'new', NULL, 'published', NULL, NULL, NULL, NULL, '', '', '{}', '{}', NULL, NULL, '{}', '2026-11-23 10:00:00+00', '2026-11-23 10:00:00+00', NULL, '2026-11-23 10:00:00+00', '{}', 0, 0, 0, NULL, DEFAULT),
	('ab0df3c9-3e83-42fa-a363-3b41497c5fc0', 'BU9999AA01', '9C4-WFV', 'Een lange tafel op het plein', 'Twee keer per jaar samen eten.', NULL, 'granted', 'Er is geld voor.', 'published', NULL, 52.005, 5.005, 'Lindenlaan 12', '', '', '{time}', '{space}', 10000, 30000, '{}', '2026-11-23 10:00:00+00', '2026-11-23 10:00:00+00', NULL, '2026-11-23 10:00:00+00', '{"time": 3}', 3, 1, 2, '2026-11-23 10:00:00+00', DEFAULT);



INSERT INTO public.kysely_migration VALUES
	('0001-ideas', '2026-11-30T03:14:25.988Z'),
	('0002-rounds', '2026-11-30T03:14:26.009Z'),
	('0003-initiative-list', '2026-11-30T03:14:26.055Z'),
	('0004-neighbours', '2026-11-30T03:14:26.066Z'),
	('0005-followers', '2026-11-30T03:14:26.085Z'),
	('0006-map', '2026-11-30T03:14:26.097Z'),
	('0007-secret-mark', '2026-11-30T03:14:26.099Z'),
	('0008-closing', '2026-11-30T03:14:26.102Z'),
	('0009-mail-limits', '2026-11-30T03:14:26.113Z'),
	('0010-round-edits', '2026-11-30T03:14:26.115Z'),
	('0011-sources', '2026-11-30T03:14:26.121Z'),
	('0012-search', '2026-11-30T03:14:26.151Z'),
	('0013-photo-sources', '2026-11-30T03:14:26.157Z'),
	('0014-casts', '2026-11-30T03:14:26.162Z'),
	('0015-revisions', '2026-11-30T03:14:26.171Z'),
	('0016-sources-of-words', '2026-11-30T03:14:26.183Z'),
	('0017-promise-revisions', '2026-11-30T03:14:26.199Z'),
	('0018-digests', '2026-11-30T03:14:26.215Z');



INSERT INTO public.kysely_migration_lock VALUES
	('migration_lock', 0);



INSERT INTO public.mail OVERRIDING SYSTEM VALUE VALUES
	('64d44273-718d-41bf-a753-a694040f39a8', 5, 'e1d1b803-77f4-4f43-8004-23a6650342b2', 'told', 'Nieuws over Een lange tafel op het plein', 'Een lange tafel op het plein

De tafel staat.', 1, '2026-11-23 10:05:00+00', '2026-11-23 10:00:00+00', '550 no such user', 'ab0df3c9-3e83-42fa-a363-3b41497c5fc0'),
	('e7ff633a-e3f7-45c9-bbf0-da01221e5459', 4, '429e2e93-aec2-476f-94ec-f4afbd18b1ff', 'told', 'Nieuws over Een lange tafel op het plein', 'Een lange tafel op het plein

De tafel staat.', 1, '2026-11-23 10:05:00+00', '2026-11-23 10:00:00+00', '550 no such user', 'ab0df3c9-3e83-42fa-a363-3b41497c5fc0'),
	('ae3e2120-6a28-4fce-9413-3f6138af4934', 6, '886b9b60-142a-4267-a78e-11a77eef8f23', 'confirm', '', '', 0, '2026-11-23 10:00:00+00', NULL, NULL, NULL),
	('4a9eeb62-31d8-40aa-a67f-d800642206b5', 7, '429e2e93-aec2-476f-94ec-f4afbd18b1ff', 'told', 'Nieuws over Een lange tafel op het plein', 'Een lange tafel op het plein

Dit initiatief krijgt geld.

Er is geld voor.', 0, '2026-11-23 10:00:00+00', NULL, NULL, 'ab0df3c9-3e83-42fa-a363-3b41497c5fc0'),
	('a6a6c5f4-967d-418f-92c6-19758cb1c8cc', 8, 'e1d1b803-77f4-4f43-8004-23a6650342b2', 'told', 'Nieuws over Een lange tafel op het plein', 'Een lange tafel op het plein

Dit initiatief krijgt geld.

Er is geld voor.', 0, '2026-11-23 10:00:00+00', NULL, NULL, 'ab0df3c9-3e83-42fa-a363-3b41497c5fc0'),
	('b6765e0d-13b9-4839-bcd8-35b3b5802750', 9, '429e2e93-aec2-476f-94ec-f4afbd18b1ff', 'digest', '', '', 0, '2026-11-24 10:00:00+00', NULL, NULL, NULL);



INSERT INTO public.mail_count VALUES
	('2026-11-23 10:00:00+00', 3);



INSERT INTO public.news VALUES
	('603a824d-818c-42a4-b45a-2f86f06e93dd', 'ab0df3c9-3e83-42fa-a363-3b41497c5fc0', '2026-11-23 10:00:00+00', 'De tafel staat.');



INSERT INTO public.offer VALUES
	('f5daa34e-8b15-46dd-b6ff-5499d5a0fa33', 'ab0df3c9-3e83-42fa-a363-3b41497c5fc0', '{time}', 'Ik kan op zaterdag koken.', 'Samira', '06 87654321', '2026-11-23 10:00:00+00', '2026-11-23 10:00:00+00'),
	('220ccf49-d63e-4418-8438-56aa84e36090', 'ab0df3c9-3e83-42fa-a363-3b41497c5fc0', '{tools}', 'Een ladder.', 'Bo', 'bo@voorbeeld.nl', '2026-11-23 10:00:00+00', NULL);



INSERT INTO public.photo VALUES
	('3b56809e-316c-4ece-9da6-a935a0d6a35a', NULL, '', 0, '2026-11-23 10:00:00+00', NULL, 'WlPtfnPcQusr7DqhsKX16bAe86EwLHmBjkjux2YS8KI', 58),
	('c611825e-f6b1-465e-b43f-4ee14ad1f2e6', 'ab0df3c9-3e83-42fa-a363-3b41497c5fc0', 'Het plein', 0, '2026-11-23 10:00:00+00', NULL, 'WlPtfnPcQusr7DqhsKX16bAe86EwLHmBjkjux2YS8KI', 80),
	('11ba4d70-f9a3-40c6-9e17-9a02079723bd', 'ab0df3c9-3e83-42fa-a363-3b41497c5fc0', 'De tafel', 0, '2026-11-23 10:00:00+00', '603a824d-818c-42a4-b45a-2f86f06e93dd', NULL, 82);



INSERT INTO public.photo_file VALUES
	('c611825e-f6b1-465e-b43f-4ee14ad1f2e6', 48, 32, '\x524946464800000057454250565038203c0000007003009d012a300020003e793c9949a4a322a1256800900f0967007600fc000057ef86e000fef0531ffffc59c8c47679bfffe6095f906eb900000000'),
	('3b56809e-316c-4ece-9da6-a935a0d6a35a', 48, 32, '\x5249464632000000574542505650382026000000f002009d012a300020003e793c9c49a4a3a321256800900f096900003274b94000e440000000'),
	('11ba4d70-f9a3-40c6-9e17-9a02079723bd', 48, 32, '\x524946464a00000057454250565038203e0000007003009d012a300020003e793c9949a4a322a1256800900f0967007600fc00006357c2f000feee5e3ffffb900f6403d900fe13ffffe66898e63f5e800000');



INSERT INTO public.promise VALUES
	('531f7731-60cb-482b-b180-0235f2e029a2', 'ab0df3c9-3e83-42fa-a363-3b41497c5fc0', 'Woningstichting Voorbeeld', 'We betalen de tafel.', '2027-05-01', 'open', 25000, NULL, '2026-11-23 10:00:00+00', 0);



INSERT INTO public.proposal VALUES
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 'a', 'Een lange tafel', 'Een plan van buren.', 400000, '{}', '{}', 'ab0df3c9-3e83-42fa-a363-3b41497c5fc0', NULL, '{}', false),
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 'b', 'Plan b', 'Een plan van buren.', 500000, '{groen}', '{}', NULL, 'Onder voorbehoud.', '{c}', false),
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 'c', 'Plan c', 'Een plan van buren.', 300000, '{}', '{}', NULL, NULL, '{}', false),
	('c860d76f-23bc-4cc8-afa7-960257c54056', 'a', 'Plan a', 'Een plan van buren.', 400000, '{}', '{}', NULL, NULL, '{}', false),
	('c860d76f-23bc-4cc8-afa7-960257c54056', 'b', 'Plan b', 'Een plan van buren.', 500000, '{}', '{}', NULL, NULL, '{}', false),
	('c860d76f-23bc-4cc8-afa7-960257c54056', 'c', 'Plan c', 'Een plan van buren.', 300000, '{}', '{}', NULL, NULL, '{}', false),
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 'd', 'Plan d', 'Een plan van buren.', 10000, '{}', '{}', NULL, NULL, '{}', true);



INSERT INTO public.remark VALUES
	('3464a8ff-847b-4f3e-9431-f45af4633f5a', 'ab0df3c9-3e83-42fa-a363-3b41497c5fc0', 'question', 'Wie ruimt op?', 'Noor', 'waiting', '2026-11-23 10:00:00+00'),
	('25456978-dcef-4542-9350-0a985750fe45', 'ab0df3c9-3e83-42fa-a363-3b41497c5fc0', 'question', 'Komt er ook verlichting?', 'Noor', 'published', '2026-11-23 10:00:00+00');



INSERT INTO public.remark_report VALUES
	('f6012c15-1c3e-44ab-b1c0-f6ab64a0717b', '25456978-dcef-4542-9350-0a985750fe45', 'Dit gaat over mijn lamp.', '2026-11-23 10:00:00+00');



INSERT INTO public.round VALUES
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 'BU9999AA01', 'Buurtbudget', 'Kies twee plannen.', 1000000, 'EUR', '2020-01-01 11:00:00+00', '2099-12-31 11:00:00+00', '{"picks": {"max": 2}, "expression": "approve"}', '[{"method": "greedy", "leftover": "none", "tieBreak": ["cheaper"]}]', '{}', 'c59c7cff15bf1ee77b668ebfbcf731924bc1995f7ca7b7e5a9f6a49298bbcc19', '\xb8b7dff45c4b2fbcdad9396e9c121294', 'TuAdQhLUwvqPVg70O1qutunXwOlb9LjQjwjuRKa0g00', false, false),
	('c860d76f-23bc-4cc8-afa7-960257c54056', 'BU9999AA01', 'Het budget van vorig jaar', '', 1000000, 'EUR', '2026-11-30 02:14:30.569+00', '2026-11-30 03:14:31.096+00', '{"picks": {"max": 2}, "expression": "approve"}', '[{"method": "greedy", "leftover": "none", "tieBreak": ["cheaper"]}]', '{}', 'a0f0eb2af3d33724d06eb6a1be8ac6b0bd25d628fbcc80166a461bac5b378f2b', '\xc1349b7843ff139b873b6cd461b6b350', 'zyabzIPE7VhADvmOV4crCvuhdXrtYBxy1kvSur1DnIY', true, false);



INSERT INTO public.round_log VALUES
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 1, 'made', '2020-01-01T11:00:00.000Z/2099-12-31T11:00:00.000Z', 0, '798ee5cbd0e28e036e2d5cc0d27ce8cac1a416cd01f80567ba0fcbee5b930079', '2fdf6aea149055835295c655e4287d2013e15172abf3b7df373c75083e694a1f'),
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 2, 'proposal', 'a', 0, '0bfb0c07348549159059f7a8f5e8e6dbda30bd248ec0770f33519154bfd57d3d', '4eb81f75d22a388bd9d087dd0e60d7a27aab65aec9b90f1b27e0ccf5165f52cf'),
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 3, 'proposal', 'b', 0, '07146b8046f56ec08ee50ed242cfc8372901a009571923678130475f1f185b22', '7777a06ada4218643654821792ce63981aeb044a7ea7231bcb5fe6dbe003061e'),
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 4, 'proposal', 'c', 0, '7873db27784203369b5b5dc2ba4dfcb4b3db4445448be9a320c5dc82ecb64059', '0898e19ba9be40e7506f3b049f2a7adb36ed1a0a7ec067a5f01b95134ca0d7b2'),
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 5, 'proposal', 'd', 0, '6c0110062ef2cd6ffdbd0fb76a078ace9ae737abe33804622b58c1e9fc5a7a8b', 'b39dd2db825323f8702f04994cdeed9b4ee7e110b585a754e719106c9e4f72d9'),
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 6, 'codes', '6', 0, 'ae39842e012689a01c9cc23725e3f9878bbdecf993ad81f67f74e0ea7ab6f342', 'eb2b684773d3b3ee924f67370281bb73f5426749f4490e6a94b427715bf16e0c'),
	('c860d76f-23bc-4cc8-afa7-960257c54056', 1, 'made', '2026-11-30T02:14:30.569Z/2026-11-30T04:14:30.569Z', 0, '3087c75baffdc1de42d2019df436a42fdba14e26d6967ee48cc5e95957978121', '0a8755e4e676667c0cc279d449ca7f69a11827cdc59aec8dceaa35720f25fa32'),
	('c860d76f-23bc-4cc8-afa7-960257c54056', 2, 'proposal', 'a', 0, '3321d047e34b9aaf9d7aa2656f8335c3479f7d30187e9dc3f8653b63f5debaf5', 'd05cc1fd8a3dd0fcab6f8884930fdd5665cfb2f5acbd2387314ff0bd16ee4c2a'),
	('c860d76f-23bc-4cc8-afa7-960257c54056', 3, 'proposal', 'b', 0, '260cd6e14f3668c3feefff5c202779f69364bdecddcc6ad0af6df660358b05f6', '3742f2d64fb9978e74e9fb4dc6d925cffdb2e94266a7558dc21051f1dd23d0ea'),
	('c860d76f-23bc-4cc8-afa7-960257c54056', 4, 'proposal', 'c', 0, 'c26305082c5d6acfa721dcd224b43d579c0911ffa467c33fa4f86cdb94766353', 'c52f54798a6ff3385cc145e9e193690b8532c13ce58f435b3be1d74784fb5124'),
	('c860d76f-23bc-4cc8-afa7-960257c54056', 5, 'codes', '5', 0, '2fcb901544d0eb89d3b49dd93e927c5a15ef430dac88602f320d52efea968c3d', '1f9f5bcbb9eaa2f7626ca9d33b8acc656927cd33dbf021ed0773f94554b3b629'),
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 7, 'withdrawn', 'd', 0, '', '93b35ad669943f7b753d9432c05ec54a6b68763e4be78de6e9635e9edae29500'),
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 8, 'cast', 'PTDNW6BV', 1, 'c0b49c291c88d5302aa073f5fe7a6b07ddf4313b754346a9a6276e16034d186b', 'a9367988d3d462e1b90a6b836212874e5588743390846d43fc028532dac2d6c1'),
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 9, 'cast', 'EDN6TW80', 1, 'fd7ab41f08aec3a95a4147056612c2345d877faca0bacf6917f114ae98219737', '9aa725a4ba12be34d4ec7e02b49bd7d0328797036d7615e159211b73f796aa13'),
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 10, 'cast', 'Y9S930YT', 1, 'c954ecdddf3f056922dda995b106c2786288b255c462deb28056c1823bec7974', 'e8947ba242c63b27f598a385cd936ed42cd806bd5fa2202559a03b93e9085892'),
	('c860d76f-23bc-4cc8-afa7-960257c54056', 6, 'cast', 'WE3ZEBVF', 1, '3d06348e06ebafd5335185b2cf623080912057d2e14d960044aabbd52298c230', '9bbee49bca9f9fcd7622c8d44946a2016b8404f84661a3a9ba9d9f0aaaef2708'),
	('c860d76f-23bc-4cc8-afa7-960257c54056', 7, 'cast', 'EDFVJNST', 1, 'c8496b6d28219c7a4e2ff8c984721166f27f69ba0c72e7fba7de169e79e98f17', 'f23a75bf2553e16a3ba5c23f655393064ea3139134a012e01a111cc91fe7114a'),
	('c860d76f-23bc-4cc8-afa7-960257c54056', 8, 'cast', '0SPVA5WX', 1, '36bed4956215c35a23e0051e2446e20ded7cb18fe79ff5904565974ed56701cd', 'c48fc2d8f21a1fb54e809f543d7477eded74c0703c5d5b754457c1098d4250ee'),
	('c860d76f-23bc-4cc8-afa7-960257c54056', 9, 'cast', 'P566FDZ0', 1, 'bb087abdbdbf3c8a0409044874f621d8c8f70c8edb5114d19e64c33c2c1483df', '08000a3843987b8f30f29b6f1aceff6a85c901ccbd7a35fd4b39e80287c6225d'),
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 11, 'cast', 'PTDNW6BV', 2, 'ebfe5b976d96c43bfea0f878dbb8fc35323a8cdbaef62d343bd264d5e6ee34e0', '8dbd09ef5ac67b86278f249b9a283121dd742adb1a517817e39ed5a7cde27bde'),
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 12, 'voided', 'eQNSWYJqYHhTBQO0sOSMWkkDeFA55Y_cGvtKZLkBjv0', 0, '', 'e9a0b7588f8916e68330a572ba0796ac813986bd0041eae29577aa14bbdafa7c'),
	('c860d76f-23bc-4cc8-afa7-960257c54056', 10, 'closed', '2026-11-30T03:14:31.096Z', 0, '', '9905a013ea122c285bf1c360191312615eff500185db8d72116fb6412415bb10');



INSERT INTO public.round_revision VALUES
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', '2026-11-30 03:14:30.471+00', 0),
	('c860d76f-23bc-4cc8-afa7-960257c54056', '2026-11-30 03:14:31.097+00', 1);



INSERT INTO public.secret_mark VALUES
	(true, '9S4YRYyN-G5pywxaZQWa9vcQRTGjnK2NEGCTCnXgxdM');



INSERT INTO public.slot VALUES
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', '6zuRn7ljznqWXpoDl-ZBoRrC9kbfHQ3RdARf4DAJTmw', false, 6),
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 'COgRcltYYzspLtCLJu0D_YFMGFyB_tHQOR0xpS24Zr8', false, 6),
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 'IbG_Irt0vhX3PZ8sXiXcAD7NKDQhLdvyoKXu3y9jKx0', false, 6),
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 'OwH59jE38kvV3PecM1oqWzC9RWozBxpn5HDp1pGlc7k', false, 6),
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 'xsDijJDYRR7SFj8NHoz60I8ewfeXzzgAetPshtEEgGE', false, 6),
	('c860d76f-23bc-4cc8-afa7-960257c54056', '0VXgrrJe-rRjcbrDT8PbUBxnVz0Prp6vuG1Olbw3jjE', false, 5),
	('c860d76f-23bc-4cc8-afa7-960257c54056', 'BJEKzsEjUHoO6FeHOdRybrIhhlVwSt8t66wm-bvRw2w', false, 5),
	('c860d76f-23bc-4cc8-afa7-960257c54056', 'ELJh1p9gkaDKJXVZ_BXeS7dpgauz8NdbQW1lI-T7YTY', false, 5),
	('c860d76f-23bc-4cc8-afa7-960257c54056', 'FSkonoFFdh6OcfZFPx4oKbeBcR_H64IZOEH-Q72luFk', false, 5),
	('c860d76f-23bc-4cc8-afa7-960257c54056', 'oE30w8hDk0ybCMlplyKDD5G-3d2xOIrIwTsZvggtkD4', false, 5),
	('b89dc9a7-6998-42a4-87c4-eb3a24dea1c1', 'eQNSWYJqYHhTBQO0sOSMWkkDeFA55Y_cGvtKZLkBjv0', true, 6);



INSERT INTO public.source_count VALUES
	('support', 'ab0df3c9-3e83-42fa-a363-3b41497c5fc0', '2026-11-23', 'WlPtfnPcQusr7DqhsKX16bAe86EwLHmBjkjux2YS8KI', 3),
	('offer', 'ab0df3c9-3e83-42fa-a363-3b41497c5fc0', '2026-11-23', 'WlPtfnPcQusr7DqhsKX16bAe86EwLHmBjkjux2YS8KI', 2),
	('remark', 'ab0df3c9-3e83-42fa-a363-3b41497c5fc0', '2026-11-23', 'WlPtfnPcQusr7DqhsKX16bAe86EwLHmBjkjux2YS8KI', 2);



INSERT INTO public.standing_before OVERRIDING SYSTEM VALUE VALUES
	(1, '902', '2026-11-30 03:14:28.105+00', 'ab0df3c9-3e83-42fa-a363-3b41497c5fc0', 'BU9999AA01', 0, 2, NULL),
	(2, '903', '2026-11-30 03:14:28.125+00', 'ab0df3c9-3e83-42fa-a363-3b41497c5fc0', 'BU9999AA01', 0, 3, NULL),
	(3, '904', '2026-11-30 03:14:28.145+00', 'ab0df3c9-3e83-42fa-a363-3b41497c5fc0', 'BU9999AA01', 1, 3, NULL),
	(4, '905', '2026-11-30 03:14:28.162+00', 'ab0df3c9-3e83-42fa-a363-3b41497c5fc0', 'BU9999AA01', 2, 3, NULL),
	(5, '907', '2026-11-30 03:14:28.199+00', 'ab0df3c9-3e83-42fa-a363-3b41497c5fc0', 'BU9999AA01', 3, 3, NULL),
	(6, '921', '2026-11-30 03:14:30.33+00', 'ab0df3c9-3e83-42fa-a363-3b41497c5fc0', 'BU9999AA01', 3, 2, NULL);



INSERT INTO public.street OVERRIDING SYSTEM VALUE VALUES
	(1, 'Lindenlaan', '[[5.001, 52.001], [5.004, 52.002]]', 5.001, 52.001, 5.004, 52.002);



INSERT INTO public.support VALUES
	('ab0df3c9-3e83-42fa-a363-3b41497c5fc0', '85J5iSAV1oJyUOXuitvgmXeYoasOSKnelRUW8uoVLmI', '2026-11-23 10:00:00+00'),
	('ab0df3c9-3e83-42fa-a363-3b41497c5fc0', 't-GQm5nZ4PELitwx2XHn44t1k1Pnaw36vnWmHy73Ylk', '2026-11-23 10:00:00+00'),
	('ab0df3c9-3e83-42fa-a363-3b41497c5fc0', 'tvJzj80KFuYzOgffNH_F3Jv_u_BAWwNDWoAejMgjnHQ', '2026-11-23 10:00:00+00');



SELECT pg_catalog.setval('public.announcement_position_seq', 2, true);



SELECT pg_catalog.setval('public.mail_position_seq', 9, true);



SELECT pg_catalog.setval('public.standing_before_changed_seq', 6, true);



SELECT pg_catalog.setval('public.street_id_seq', 1, true);



ALTER TABLE ONLY public.announcement
    ADD CONSTRAINT announcement_initiative_id_key UNIQUE (initiative_id);



ALTER TABLE ONLY public.announcement
    ADD CONSTRAINT announcement_pkey PRIMARY KEY ("position");



ALTER TABLE ONLY public.ballot_key
    ADD CONSTRAINT ballot_key_pkey PRIMARY KEY (round_id, slot, key);



ALTER TABLE ONLY public.ballot
    ADD CONSTRAINT ballot_pkey PRIMARY KEY (round_id, slot);



ALTER TABLE ONLY public.ballot
    ADD CONSTRAINT ballot_round_id_receipt_key UNIQUE (round_id, receipt);



ALTER TABLE ONLY public.buurt
    ADD CONSTRAINT buurt_pkey PRIMARY KEY (code);



ALTER TABLE ONLY public.cast_count
    ADD CONSTRAINT cast_count_pkey PRIMARY KEY (day, code);



ALTER TABLE ONLY public.contact
    ADD CONSTRAINT contact_pkey PRIMARY KEY (initiative_id);



ALTER TABLE ONLY public.follower
    ADD CONSTRAINT follower_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.idea_source_count
    ADD CONSTRAINT idea_source_count_pkey PRIMARY KEY (buurt_code, day, source);



ALTER TABLE ONLY public.idempotency
    ADD CONSTRAINT idempotency_pkey PRIMARY KEY (scope, key);



ALTER TABLE ONLY public.initiative
    ADD CONSTRAINT initiative_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.initiative
    ADD CONSTRAINT initiative_reference_key UNIQUE (reference);



ALTER TABLE ONLY public.kysely_migration_lock
    ADD CONSTRAINT kysely_migration_lock_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.kysely_migration
    ADD CONSTRAINT kysely_migration_pkey PRIMARY KEY (name);



ALTER TABLE ONLY public.mail_count
    ADD CONSTRAINT mail_count_pkey PRIMARY KEY (hour);



ALTER TABLE ONLY public.mail
    ADD CONSTRAINT mail_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.news
    ADD CONSTRAINT news_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.offer
    ADD CONSTRAINT offer_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.photo_file
    ADD CONSTRAINT photo_file_pkey PRIMARY KEY (photo_id, width);



ALTER TABLE ONLY public.photo
    ADD CONSTRAINT photo_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.promise
    ADD CONSTRAINT promise_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_pkey PRIMARY KEY (round_id, id);



ALTER TABLE ONLY public.remark
    ADD CONSTRAINT remark_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.remark_report
    ADD CONSTRAINT remark_report_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.round_log
    ADD CONSTRAINT round_log_pkey PRIMARY KEY (round_id, "position");



ALTER TABLE ONLY public.round
    ADD CONSTRAINT round_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.round_revision
    ADD CONSTRAINT round_revision_pkey PRIMARY KEY (round_id);



ALTER TABLE ONLY public.secret_mark
    ADD CONSTRAINT secret_mark_pkey PRIMARY KEY (is_only);



ALTER TABLE ONLY public.slot
    ADD CONSTRAINT slot_pkey PRIMARY KEY (round_id, slot);



ALTER TABLE ONLY public.source_count
    ADD CONSTRAINT source_count_pkey PRIMARY KEY (initiative_id, kind, day, source);



ALTER TABLE ONLY public.standing_before
    ADD CONSTRAINT standing_before_pkey PRIMARY KEY (changed);



ALTER TABLE ONLY public.street
    ADD CONSTRAINT street_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.support
    ADD CONSTRAINT support_pkey PRIMARY KEY (initiative_id, browser_key_hash);



CREATE INDEX buurt_by_bounds ON public.buurt USING gist (box(point(west, south), point(east, north)));



CREATE INDEX buurt_by_municipality ON public.buurt USING btree (lower(municipality));



CREATE INDEX buurt_name ON public.buurt USING gin (public.plain_text(name) public.gin_trgm_ops, public.plain_text(municipality) public.gin_trgm_ops) WITH (fastupdate=off);



CREATE INDEX confirmation_request_of ON public.confirmation_request USING btree (mailbox, at);



CREATE INDEX follower_by_email ON public.follower USING btree (lower(email));



CREATE UNIQUE INDEX follower_of_buurt ON public.follower USING btree (buurt_code, lower(email)) WHERE (buurt_code IS NOT NULL);



CREATE UNIQUE INDEX follower_of_initiative ON public.follower USING btree (initiative_id, lower(email)) WHERE (initiative_id IS NOT NULL);



CREATE INDEX idempotency_age ON public.idempotency USING btree (created_at);



CREATE INDEX initiative_ended ON public.initiative USING btree (ended_at) WHERE (ended_at IS NOT NULL);



CREATE INDEX initiative_facets ON public.initiative USING btree (buurt_code, status, theme) WHERE (review = 'published'::text);



CREATE INDEX initiative_help ON public.initiative USING btree (buurt_code, help_missing DESC, id DESC) WHERE (review = 'published'::text);



CREATE INDEX initiative_newest ON public.initiative USING btree (buurt_code, published_at DESC, id DESC) WHERE (review = 'published'::text);



CREATE INDEX initiative_news ON public.initiative USING btree (buurt_code, COALESCE(news_at, '1970-01-01 00:00:00+00'::timestamp with time zone) DESC, id DESC) WHERE (review = 'published'::text);



CREATE INDEX initiative_search ON public.initiative USING gin (search) WITH (fastupdate=off) WHERE (review = 'published'::text);



CREATE INDEX initiative_status ON public.initiative USING btree (buurt_code, status, published_at DESC, id DESC) WHERE (review = 'published'::text);



CREATE INDEX initiative_support ON public.initiative USING btree (buurt_code, support_count DESC, id DESC) WHERE (review = 'published'::text);



CREATE INDEX initiative_theme ON public.initiative USING btree (buurt_code, theme, published_at DESC, id DESC) WHERE (review = 'published'::text);



CREATE INDEX initiative_title ON public.initiative USING gin (public.plain_text(title) public.gin_trgm_ops) WITH (fastupdate=off) WHERE (review = 'published'::text);



CREATE INDEX initiative_waiting ON public.initiative USING btree (created_at) WHERE (review = 'waiting'::text);



CREATE INDEX mail_due ON public.mail USING btree (next_at);



CREATE UNIQUE INDEX mail_of_digest ON public.mail USING btree (follower_id) WHERE (kind = 'digest'::text);



CREATE INDEX mail_of_initiative ON public.mail USING btree (initiative_id);



CREATE INDEX news_of_initiative ON public.news USING btree (initiative_id, at);



CREATE INDEX offer_of_initiative ON public.offer USING btree (initiative_id);



CREATE INDEX photo_loose ON public.photo USING btree (created_at) WHERE (initiative_id IS NULL);



CREATE INDEX photo_of_initiative ON public.photo USING btree (initiative_id, "position");



CREATE INDEX photo_of_news ON public.photo USING btree (news_id) WHERE (news_id IS NOT NULL);



CREATE INDEX photo_of_source ON public.photo USING btree (source) WHERE (source IS NOT NULL);



CREATE INDEX promise_of_initiative ON public.promise USING btree (initiative_id, by);



CREATE INDEX remark_of_initiative ON public.remark USING btree (initiative_id, created_at);



CREATE INDEX remark_waiting ON public.remark USING btree (created_at) WHERE (review = 'waiting'::text);



CREATE INDEX report_of_remark ON public.remark_report USING btree (remark_id);



CREATE INDEX round_by_buurt ON public.round USING btree (buurt_code, opens_at DESC);



CREATE INDEX standing_age ON public.standing_before USING btree (at);



CREATE INDEX standing_of_buurt ON public.standing_before USING btree (buurt_code, xid);



CREATE INDEX standing_of_initiative ON public.standing_before USING btree (initiative_id);



CREATE INDEX street_by_bounds ON public.street USING gist (box(point(west, south), point(east, north)));



CREATE TRIGGER initiative_end BEFORE INSERT OR UPDATE ON public.initiative FOR EACH ROW EXECUTE FUNCTION public.mark_initiative_end();



CREATE TRIGGER initiative_help BEFORE INSERT OR UPDATE OF status, needs, asked ON public.initiative FOR EACH ROW EXECUTE FUNCTION public.count_help();



CREATE TRIGGER initiative_standing AFTER UPDATE ON public.initiative FOR EACH ROW WHEN ((((old.support_count IS DISTINCT FROM new.support_count) OR (old.help_missing IS DISTINCT FROM new.help_missing)) OR (old.news_at IS DISTINCT FROM new.news_at))) EXECUTE FUNCTION public.keep_standing();



CREATE TRIGGER news_delete_counted AFTER DELETE ON public.news REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.count_standing();



CREATE TRIGGER news_insert_counted AFTER INSERT ON public.news REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.count_standing();



CREATE TRIGGER offer_delete_counted AFTER DELETE ON public.offer REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.count_standing();



CREATE TRIGGER offer_insert_counted AFTER INSERT ON public.offer REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.count_standing();



CREATE TRIGGER offer_update_counted AFTER UPDATE ON public.offer REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.count_standing();



CREATE TRIGGER support_delete_counted AFTER DELETE ON public.support REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.count_standing();



CREATE TRIGGER support_insert_counted AFTER INSERT ON public.support REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.count_standing();



ALTER TABLE ONLY public.announcement
    ADD CONSTRAINT announcement_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES public.initiative(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.ballot_key
    ADD CONSTRAINT ballot_key_round_id_slot_fkey FOREIGN KEY (round_id, slot) REFERENCES public.slot(round_id, slot) ON DELETE CASCADE;



ALTER TABLE ONLY public.ballot
    ADD CONSTRAINT ballot_round_id_slot_fkey FOREIGN KEY (round_id, slot) REFERENCES public.slot(round_id, slot) ON DELETE CASCADE;



ALTER TABLE ONLY public.contact
    ADD CONSTRAINT contact_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES public.initiative(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.follower
    ADD CONSTRAINT follower_buurt_code_fkey FOREIGN KEY (buurt_code) REFERENCES public.buurt(code) ON DELETE CASCADE;



ALTER TABLE ONLY public.follower
    ADD CONSTRAINT follower_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES public.initiative(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.idea_source_count
    ADD CONSTRAINT idea_source_count_buurt_code_fkey FOREIGN KEY (buurt_code) REFERENCES public.buurt(code) ON UPDATE CASCADE ON DELETE CASCADE;



ALTER TABLE ONLY public.initiative
    ADD CONSTRAINT initiative_buurt_code_fkey FOREIGN KEY (buurt_code) REFERENCES public.buurt(code);



ALTER TABLE ONLY public.mail
    ADD CONSTRAINT mail_follower_id_fkey FOREIGN KEY (follower_id) REFERENCES public.follower(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.mail
    ADD CONSTRAINT mail_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES public.initiative(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.news
    ADD CONSTRAINT news_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES public.initiative(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.offer
    ADD CONSTRAINT offer_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES public.initiative(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.photo_file
    ADD CONSTRAINT photo_file_photo_id_fkey FOREIGN KEY (photo_id) REFERENCES public.photo(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.photo
    ADD CONSTRAINT photo_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES public.initiative(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.photo
    ADD CONSTRAINT photo_news_id_fkey FOREIGN KEY (news_id) REFERENCES public.news(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.promise
    ADD CONSTRAINT promise_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES public.initiative(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES public.initiative(id) ON DELETE SET NULL;



ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_round_id_fkey FOREIGN KEY (round_id) REFERENCES public.round(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.remark
    ADD CONSTRAINT remark_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES public.initiative(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.remark_report
    ADD CONSTRAINT remark_report_remark_id_fkey FOREIGN KEY (remark_id) REFERENCES public.remark(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.round
    ADD CONSTRAINT round_buurt_code_fkey FOREIGN KEY (buurt_code) REFERENCES public.buurt(code) ON DELETE CASCADE;



ALTER TABLE ONLY public.round_log
    ADD CONSTRAINT round_log_round_id_fkey FOREIGN KEY (round_id) REFERENCES public.round(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.round_revision
    ADD CONSTRAINT round_revision_round_id_fkey FOREIGN KEY (round_id) REFERENCES public.round(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.slot
    ADD CONSTRAINT slot_round_id_fkey FOREIGN KEY (round_id) REFERENCES public.round(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.source_count
    ADD CONSTRAINT source_count_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES public.initiative(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.standing_before
    ADD CONSTRAINT standing_before_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES public.initiative(id) ON DELETE CASCADE;



ALTER TABLE ONLY public.support
    ADD CONSTRAINT support_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES public.initiative(id) ON DELETE CASCADE;




