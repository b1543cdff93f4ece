CREATE TABLE actor (
    report bigint NOT NULL,
    "position" integer NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    standing text NOT NULL COLLATE pg_catalog."C",
    country text COLLATE pg_catalog."C",
    code text COLLATE pg_catalog."C",
    wikidata text COLLATE pg_catalog."C"
);
CREATE TABLE actor_search (
    report bigint NOT NULL,
    "position" integer NOT NULL,
    vector tsvector NOT NULL
);
CREATE TABLE dismissed (
    key text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE event (
    report bigint NOT NULL,
    "position" integer NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    type text NOT NULL COLLATE pg_catalog."C",
    mode text COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    trigger text NOT NULL COLLATE pg_catalog."C",
    actor text COLLATE pg_catalog."C",
    recipient text COLLATE pg_catalog."C",
    mediator text COLLATE pg_catalog."C",
    participant text COLLATE pg_catalog."C",
    "when" text COLLATE pg_catalog."C",
    begin text COLLATE pg_catalog."C",
    "end" text COLLATE pg_catalog."C",
    "where" text COLLATE pg_catalog."C",
    country text COLLATE pg_catalog."C",
    say_so text COLLATE pg_catalog."C",
    historical boolean NOT NULL,
    confidence double precision NOT NULL
);
CREATE TABLE event_search (
    report bigint NOT NULL,
    "position" integer NOT NULL,
    vector tsvector NOT NULL
);
CREATE TABLE failure (
    number bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    source text NOT NULL COLLATE pg_catalog."C",
    stage text NOT NULL COLLATE pg_catalog."C",
    reason text NOT NULL COLLATE pg_catalog."C",
    at text NOT NULL COLLATE pg_catalog."C",
    published text COLLATE pg_catalog."C",
    outlet text COLLATE pg_catalog."C"
);
CREATE TABLE known_actor (
    number bigint NOT NULL,
    hash text NOT NULL COLLATE pg_catalog."C",
    kind text COLLATE pg_catalog."C",
    role boolean NOT NULL,
    wikidata text COLLATE pg_catalog."C",
    origin text NOT NULL COLLATE pg_catalog."C",
    "into" bigint
);
CREATE TABLE known_name (
    known bigint NOT NULL,
    "position" integer NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    key text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE known_term (
    known bigint NOT NULL,
    "position" integer NOT NULL,
    country text COLLATE pg_catalog."C",
    sectors text NOT NULL COLLATE pg_catalog."C",
    begin text COLLATE pg_catalog."C",
    "end" text COLLATE pg_catalog."C"
);
CREATE TABLE original (
    report bigint NOT NULL,
    sha256 text NOT NULL COLLATE pg_catalog."C",
    packed bytea NOT NULL
);
CREATE TABLE report (
    number bigint NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    path text NOT NULL COLLATE pg_catalog."C",
    sha256 text NOT NULL COLLATE pg_catalog."C",
    published text COLLATE pg_catalog."C",
    given_published text COLLATE pg_catalog."C",
    outlet text COLLATE pg_catalog."C",
    given_outlet text COLLATE pg_catalog."C",
    url text COLLATE pg_catalog."C",
    title text COLLATE pg_catalog."C",
    language text COLLATE pg_catalog."C",
    headline text NOT NULL COLLATE pg_catalog."C",
    text text NOT NULL COLLATE pg_catalog."C",
    statements integer NOT NULL,
    events integer NOT NULL,
    made_by text NOT NULL COLLATE pg_catalog."C",
    findings text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE report_search (
    number bigint NOT NULL,
    vector tsvector NOT NULL
);
CREATE TABLE role (
    report bigint NOT NULL,
    event integer NOT NULL,
    "position" integer NOT NULL,
    role text NOT NULL COLLATE pg_catalog."C",
    actor text COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    words text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE sayso_version (
    version integer NOT NULL
);
CREATE TABLE statement (
    report bigint NOT NULL,
    "position" integer NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    speaker text COLLATE pg_catalog."C",
    actor text COLLATE pg_catalog."C",
    standing text NOT NULL COLLATE pg_catalog."C",
    stance text NOT NULL COLLATE pg_catalog."C",
    mode text NOT NULL COLLATE pg_catalog."C",
    cue text NOT NULL COLLATE pg_catalog."C",
    words text NOT NULL COLLATE pg_catalog."C",
    via text COLLATE pg_catalog."C",
    occasion text COLLATE pg_catalog."C",
    said_from text COLLATE pg_catalog."C",
    said_to text COLLATE pg_catalog."C",
    confidence double precision NOT NULL
);
CREATE TABLE statement_search (
    report bigint NOT NULL,
    "position" integer NOT NULL,
    vector tsvector NOT NULL
);
INSERT INTO actor VALUES (1, 0, 'a1', 'Two envoys of Velia', 'people', 'unnamed', NULL, NULL, NULL);
INSERT INTO actor VALUES (1, 1, 'a2', 'commanders of the Orsk Front', 'people', 'collective', NULL, NULL, NULL);
INSERT INTO actor VALUES (1, 2, 'a3', 'a senior Velian official', 'person', 'unnamed', NULL, NULL, NULL);
INSERT INTO actor VALUES (1, 3, 'a4', 'the Harbour Times', 'media', 'named', NULL, NULL, NULL);
INSERT INTO actor VALUES (1, 4, 'a5', 'a Maltese bank', 'company', 'unnamed', NULL, NULL, NULL);
INSERT INTO actor_search VALUES (1, 0, '''envoys'':2A ''of'':3A ''two'':1A ''velia'':4A');
INSERT INTO actor_search VALUES (1, 1, '''commanders'':1A ''front'':5A ''of'':2A ''orsk'':4A ''the'':3A');
INSERT INTO actor_search VALUES (1, 2, '''a'':1A ''official'':4A ''senior'':2A ''velian'':3A');
INSERT INTO actor_search VALUES (1, 3, '''harbour'':2A ''the'':1A ''times'':3A');
INSERT INTO actor_search VALUES (1, 4, '''a'':1A ''bank'':3A ''maltese'':2A');
INSERT INTO event VALUES (1, 0, 'e1', 'CONSULT', NULL, 'occurred', 'met', 'Two envoys of Velia', 'commanders of the Orsk Front', 'a Maltese bank', NULL, 'last Monday', '2031-03-03', '2031-03-03', 'Tarn', NULL, 'a senior Velian official', false, 0.88);
INSERT INTO event VALUES (1, 1, 'e2', 'CONSULT', NULL, 'planned', 'talk again', 'They', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'a senior Velian official ← a senior Velian official', false, 0.3);
INSERT INTO event_search VALUES (1, 0, '''a'':14B,21 ''bank'':16B ''commanders'':8B ''envoys'':4B ''front'':12B ''maltese'':15B ''met'':1A ''of'':5B,9B ''official'':24 ''orsk'':11B ''senior'':22 ''tarn'':19C ''the'':10B ''two'':3B ''velia'':6B ''velian'':23');
INSERT INTO event_search VALUES (1, 1, '''a'':10,14 ''again'':2A ''official'':13,17 ''senior'':11,15 ''talk'':1A ''they'':4B ''velian'':12,16');
INSERT INTO failure VALUES (1, '/a', '/a', 'read', 'empty', '2031-03-06T10:00:00+00:00', NULL, NULL);
INSERT INTO original VALUES (1, 'cb9788f1b5f8a28f937cc17852deae6b2f0dad1abd0c93cd81ffb6fecfcb0f16', '\x789cb329b04b2c56c82c51484ecc4db5d12fb003003260058b');
INSERT INTO report VALUES (1, 'fb6e0e7dd6855cd7', 'orsk.txt', '47d67b17a95ce4f48c84fcae3f77f0f6c5b65b13b6ef4059e1cb223896eec188', '2031-03-06', '2031-03-06', NULL, NULL, NULL, NULL, 'en', 'Envoys met rebels of Orsk in secret', 'Envoys met rebels of Orsk in secret
TARN: Two envoys of Velia met commanders of the Orsk Front in Tarn last Monday through a Maltese bank, a senior Velian official told the Harbour Times. “They will talk again,” the official said.
', 2, 2, '081a4bbeb2fc2f91', '{"report":{"id":"fb6e0e7dd6855cd7","text":"Envoys met rebels of Orsk in secret\n\nTARN: Two envoys of Velia met commanders of the Orsk Front in Tarn last Monday through a Maltese bank, a senior Velian official told the Harbour Times. “They will talk again,” the official said.\n","published":"2031-03-06","outlet":null,"url":null,"title":null,"language":"en","headline":[0,35],"deck":null,"dateline":{"span":[37,42],"place":"p1"},"byline":null,"credit":null,"dated_by":null,"outlet_by":null,"paragraphs":[[43,231]],"repeats":[],"contexts":[]},"actors":[{"id":"a1","name":"Two envoys of Velia","kind":"people","standing":"unnamed","country":null,"sectors":[],"code":null,"wikidata":null,"mentions":[[43,62]],"rule":null,"confidence":0.8},{"id":"a2","name":"commanders of the Orsk Front","kind":"people","standing":"collective","country":null,"sectors":[],"code":null,"wikidata":null,"mentions":[[67,95]],"rule":null,"confidence":0.8},{"id":"a3","name":"a senior Velian official","kind":"person","standing":"unnamed","country":null,"sectors":[],"code":null,"wikidata":null,"mentions":[[140,164],[213,225]],"rule":null,"confidence":0.8},{"id":"a4","name":"the Harbour Times","kind":"media","standing":"named","country":null,"sectors":[],"code":null,"wikidata":null,"mentions":[[170,187]],"rule":null,"confidence":0.8},{"id":"a5","name":"a Maltese bank","kind":"company","standing":"unnamed","country":null,"sectors":[],"code":null,"wikidata":null,"mentions":[[124,138]],"rule":null,"confidence":0.8}],"times":[{"id":"t1","span":[104,115],"type":"DATE","value":"2031-03-03","mod":null,"begin":"2031-03-03","end":"2031-03-03","confidence":0.9}],"places":[{"id":"p1","span":[37,41],"name":"Tarn","country":null,"geonames":null,"lat":null,"lon":null,"precision":"city","use":"literal","relation":null,"confidence":0.4},{"id":"p2","span":[99,103],"name":"Tarn","country":null,"geonames":null,"lat":null,"lon":null,"precision":"city","use":"literal","relation":null,"confidence":0.4}],"statements":[{"id":"s1","source":{"spans":[[140,164]],"actor":"a3"},"cue":[[165,169]],"content":[[43,138]],"mode":"indirect","stance":"says","standing":"unnamed","anonymity":{"grade":"role-institution","reason":null,"position":null,"count":1},"via":null,"about":null,"occasion":[170,187],"time":"t1","confidence":0.93},{"id":"s2","source":{"spans":[[213,225]],"actor":"a3"},"cue":[[226,230]],"content":[[189,212]],"mode":"direct","stance":"promises","standing":"unnamed","anonymity":null,"via":"s1","about":null,"occasion":null,"time":null,"confidence":0.41}],"events":[{"id":"e1","trigger":[[7,10]],"type":"CONSULT","mode":null,"status":"occurred","roles":[{"role":"actor","actor":"a1","spans":[[43,62]]},{"role":"recipient","actor":"a2","spans":[[67,95]]},{"role":"mediator","actor":"a5","spans":[[124,138]]}],"time":"t1","times":["t1"],"place":"p2","places":["p2"],"historical":false,"counts":[],"statements":["s1"],"order":[],"confidence":0.88},{"id":"e2","trigger":[[200,210]],"type":"CONSULT","mode":null,"status":"planned","roles":[{"role":"actor","actor":null,"spans":[[190,194]]}],"time":null,"times":[],"place":null,"places":[],"historical":false,"counts":[],"statements":["s2"],"order":[],"confidence":0.3}],"made_by":[{"component":"parse","version":"3.8.0","model":"sha256:00"},{"component":"statements","version":"1","model":null}],"schema":"sayso.record/1"}');
INSERT INTO report_search VALUES (1, '''a'':32A,35A ''again'':46A ''bank'':34A ''commanders'':22A ''envoys'':1A,9A,18A ''front'':26A ''harbour'':41A ''in'':6A,14A,27A ''last'':29A ''maltese'':33A ''met'':2A,10A,21A ''monday'':30A ''of'':4A,12A,19A,23A ''official'':38A,48A ''orsk'':5A,13A,25A ''rebels'':3A,11A ''said'':49A ''secret'':7A,15A ''senior'':36A ''talk'':45A ''tarn'':16A,28A ''the'':24A,40A,47A ''they'':43A ''through'':31A ''times'':42A ''told'':39A ''two'':17A ''velia'':20A ''velian'':37A ''will'':44A');
INSERT INTO role VALUES (1, 0, 0, 'actor', 'a1', 'Two envoys of Velia', 'Two envoys of Velia');
INSERT INTO role VALUES (1, 0, 1, 'recipient', 'a2', 'commanders of the Orsk Front', 'commanders of the Orsk Front');
INSERT INTO role VALUES (1, 0, 2, 'mediator', 'a5', 'a Maltese bank', 'a Maltese bank');
INSERT INTO role VALUES (1, 1, 3, 'actor', NULL, 'They', 'They');
INSERT INTO sayso_version VALUES (6);
INSERT INTO statement VALUES (1, 0, 's1', 'a senior Velian official', NULL, 'unnamed', 'says', 'indirect', 'told', 'Two envoys of Velia met commanders of the Orsk Front in Tarn last Monday through a Maltese bank', NULL, 'the Harbour Times', '2031-03-03', '2031-03-03', 0.93);
INSERT INTO statement VALUES (1, 1, 's2', 'a senior Velian official', NULL, 'unnamed', 'promises', 'direct', 'said', '“They will talk again,”', 'a senior Velian official', NULL, NULL, NULL, 0.41);
INSERT INTO statement_search VALUES (1, 0, '''a'':1A,21B ''bank'':23B ''commanders'':11B ''envoys'':7B ''front'':15B ''harbour'':26C ''in'':16B ''last'':18B ''maltese'':22B ''met'':10B ''monday'':19B ''of'':8B,12B ''official'':4A ''orsk'':14B ''senior'':2A ''tarn'':17B ''the'':13B,25C ''through'':20B ''times'':27C ''two'':6B ''velia'':9B ''velian'':3A');
INSERT INTO statement_search VALUES (1, 1, '''a'':1A ''again'':9B ''official'':4A ''senior'':2A ''talk'':8B ''they'':6B ''velian'':3A ''will'':7B');
ALTER TABLE ONLY actor
    ADD CONSTRAINT actor_pkey PRIMARY KEY (report, "position");
ALTER TABLE ONLY actor_search
    ADD CONSTRAINT actor_search_pkey PRIMARY KEY (report, "position");
ALTER TABLE ONLY dismissed
    ADD CONSTRAINT dismissed_pkey PRIMARY KEY (key);
ALTER TABLE ONLY event
    ADD CONSTRAINT event_pkey PRIMARY KEY (report, "position");
ALTER TABLE ONLY event_search
    ADD CONSTRAINT event_search_pkey PRIMARY KEY (report, "position");
ALTER TABLE ONLY failure
    ADD CONSTRAINT failure_pkey PRIMARY KEY (number);
ALTER TABLE ONLY known_actor
    ADD CONSTRAINT known_actor_hash_key UNIQUE (hash);
ALTER TABLE ONLY known_actor
    ADD CONSTRAINT known_actor_pkey PRIMARY KEY (number);
ALTER TABLE ONLY known_name
    ADD CONSTRAINT known_name_pkey PRIMARY KEY (known, "position");
ALTER TABLE ONLY known_term
    ADD CONSTRAINT known_term_pkey PRIMARY KEY (known, "position");
ALTER TABLE ONLY original
    ADD CONSTRAINT original_pkey PRIMARY KEY (report);
ALTER TABLE ONLY report
    ADD CONSTRAINT report_pkey PRIMARY KEY (number);
ALTER TABLE ONLY report_search
    ADD CONSTRAINT report_search_pkey PRIMARY KEY (number);
ALTER TABLE ONLY role
    ADD CONSTRAINT role_pkey PRIMARY KEY (report, event, "position");
ALTER TABLE ONLY sayso_version
    ADD CONSTRAINT sayso_version_pkey PRIMARY KEY (version);
ALTER TABLE ONLY statement
    ADD CONSTRAINT statement_pkey PRIMARY KEY (report, "position");
ALTER TABLE ONLY statement_search
    ADD CONSTRAINT statement_search_pkey PRIMARY KEY (report, "position");
CREATE INDEX actor_search_words ON actor_search USING gin (vector);
CREATE INDEX event_days ON event USING btree (begin, "end");
CREATE INDEX event_search_words ON event_search USING gin (vector);
CREATE INDEX ix_actor_code ON actor USING btree (code);
CREATE INDEX ix_actor_name ON actor USING hash (name);
CREATE INDEX ix_event_country ON event USING btree (country);
CREATE INDEX ix_event_type ON event USING btree (type);
CREATE INDEX ix_failure_at ON failure USING btree (at);
CREATE INDEX ix_failure_name ON failure USING hash (name);
CREATE INDEX ix_known_actor_into ON known_actor USING btree ("into");
CREATE INDEX ix_known_actor_origin ON known_actor USING btree (origin);
CREATE INDEX ix_known_name_key ON known_name USING hash (key);
CREATE INDEX ix_report_id ON report USING hash (id);
CREATE INDEX ix_report_outlet ON report USING hash (outlet);
CREATE INDEX ix_report_path ON report USING hash (path);
CREATE INDEX ix_report_published ON report USING btree (published);
CREATE INDEX ix_role_name ON role USING hash (name);
CREATE INDEX report_search_words ON report_search USING gin (vector);
CREATE INDEX statement_said ON statement USING btree (said_from, said_to);
CREATE INDEX statement_search_words ON statement_search USING gin (vector);
ALTER TABLE ONLY actor
    ADD CONSTRAINT actor_report_fkey FOREIGN KEY (report) REFERENCES report(number) ON DELETE CASCADE;
ALTER TABLE ONLY actor_search
    ADD CONSTRAINT actor_search_report_position_fkey FOREIGN KEY (report, "position") REFERENCES actor(report, "position") ON DELETE CASCADE;
ALTER TABLE ONLY event
    ADD CONSTRAINT event_report_fkey FOREIGN KEY (report) REFERENCES report(number) ON DELETE CASCADE;
ALTER TABLE ONLY event_search
    ADD CONSTRAINT event_search_report_position_fkey FOREIGN KEY (report, "position") REFERENCES event(report, "position") ON DELETE CASCADE;
ALTER TABLE ONLY known_actor
    ADD CONSTRAINT known_actor_into_fkey FOREIGN KEY ("into") REFERENCES known_actor(number) ON DELETE CASCADE;
ALTER TABLE ONLY known_name
    ADD CONSTRAINT known_name_known_fkey FOREIGN KEY (known) REFERENCES known_actor(number) ON DELETE CASCADE;
ALTER TABLE ONLY known_term
    ADD CONSTRAINT known_term_known_fkey FOREIGN KEY (known) REFERENCES known_actor(number) ON DELETE CASCADE;
ALTER TABLE ONLY original
    ADD CONSTRAINT original_report_fkey FOREIGN KEY (report) REFERENCES report(number) ON DELETE CASCADE;
ALTER TABLE ONLY report_search
    ADD CONSTRAINT report_search_number_fkey FOREIGN KEY (number) REFERENCES report(number) ON DELETE CASCADE;
ALTER TABLE ONLY role
    ADD CONSTRAINT role_report_event_fkey FOREIGN KEY (report, event) REFERENCES event(report, "position") ON DELETE CASCADE;
ALTER TABLE ONLY statement
    ADD CONSTRAINT statement_report_fkey FOREIGN KEY (report) REFERENCES report(number) ON DELETE CASCADE;
ALTER TABLE ONLY statement_search
    ADD CONSTRAINT statement_search_report_position_fkey FOREIGN KEY (report, "position") REFERENCES statement(report, "position") ON DELETE CASCADE;
