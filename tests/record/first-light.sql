BEGIN TRANSACTION;
CREATE TABLE actor (
	report INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	standing TEXT NOT NULL, 
	country TEXT, 
	code TEXT, 
	wikidata TEXT, 
	PRIMARY KEY (report, position), 
	FOREIGN KEY(report) REFERENCES report (number) ON DELETE CASCADE
);
INSERT INTO "actor" VALUES(1,0,'a1','Two envoys of Velia','people','unnamed',NULL,NULL,NULL);
INSERT INTO "actor" VALUES(1,1,'a2','commanders of the Orsk Front','people','collective',NULL,NULL,NULL);
INSERT INTO "actor" VALUES(1,2,'a3','a senior Velian official','person','unnamed',NULL,NULL,NULL);
INSERT INTO "actor" VALUES(1,3,'a4','the Harbour Times','media','named',NULL,NULL,NULL);
INSERT INTO "actor" VALUES(1,4,'a5','a Maltese bank','company','unnamed',NULL,NULL,NULL);
CREATE TABLE event (
	report INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	type TEXT NOT NULL, 
	mode TEXT, 
	status TEXT NOT NULL, 
	"trigger" TEXT NOT NULL, 
	actor TEXT, 
	recipient TEXT, 
	mediator TEXT, 
	participant TEXT, 
	"when" TEXT, 
	"begin" TEXT, 
	"end" TEXT, 
	"where" TEXT, 
	country TEXT, 
	say_so TEXT, 
	historical BOOLEAN NOT NULL, 
	confidence FLOAT NOT NULL, 
	PRIMARY KEY (report, position), 
	FOREIGN KEY(report) REFERENCES report (number) ON DELETE CASCADE
);
INSERT INTO "event" VALUES(1,0,'e1','CONSULT',NULL,'occurred','met','Two envoys of Velia','commanders of the Orsk Front','a Maltese bank',NULL,'last Monday','2031-03-03','2031-03-03','Tarn',NULL,'a senior Velian official',0,0.88);
INSERT INTO "event" VALUES(1,1,'e2','CONSULT',NULL,'planned','talk again','They',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'a senior Velian official ← a senior Velian official',0,0.3);
CREATE TABLE report (
	number INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	path TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	published TEXT, 
	given_published TEXT, 
	outlet TEXT, 
	given_outlet TEXT, 
	url TEXT, 
	title TEXT, 
	language TEXT, 
	headline TEXT NOT NULL, 
	text TEXT NOT NULL, 
	statements INTEGER NOT NULL, 
	events INTEGER NOT NULL, 
	made_by TEXT NOT NULL, 
	findings TEXT NOT NULL, 
	PRIMARY KEY (number), 
	UNIQUE (id)
);
INSERT INTO "report" VALUES(1,'fb6e0e7dd6855cd7','orsk.txt','47d67b17a95ce4f48c84fcae3f77f0f6c5b65b13b6ef4059e1cb223896eec188','2031-03-06','2031-03-06',NULL,NULL,NULL,NULL,'en','Envoys met rebels of Orsk in secret','Envoys met rebels of Orsk in secret

TARN: Two envoys of Velia met commanders of the Orsk Front in Tarn last Monday through a Maltese bank, a senior Velian official told the Harbour Times. “They will talk again,” the official said.
',2,2,'081a4bbeb2fc2f91','{"report":{"id":"fb6e0e7dd6855cd7","text":"Envoys met rebels of Orsk in secret\n\nTARN: Two envoys of Velia met commanders of the Orsk Front in Tarn last Monday through a Maltese bank, a senior Velian official told the Harbour Times. “They will talk again,” the official said.\n","published":"2031-03-06","outlet":null,"url":null,"title":null,"language":"en","headline":[0,35],"deck":null,"dateline":{"span":[37,42],"place":"p1"},"byline":null,"credit":null,"dated_by":null,"outlet_by":null,"paragraphs":[[43,231]],"repeats":[],"contexts":[]},"actors":[{"id":"a1","name":"Two envoys of Velia","kind":"people","standing":"unnamed","country":null,"sectors":[],"code":null,"wikidata":null,"mentions":[[43,62]],"rule":null,"confidence":0.8},{"id":"a2","name":"commanders of the Orsk Front","kind":"people","standing":"collective","country":null,"sectors":[],"code":null,"wikidata":null,"mentions":[[67,95]],"rule":null,"confidence":0.8},{"id":"a3","name":"a senior Velian official","kind":"person","standing":"unnamed","country":null,"sectors":[],"code":null,"wikidata":null,"mentions":[[140,164],[213,225]],"rule":null,"confidence":0.8},{"id":"a4","name":"the Harbour Times","kind":"media","standing":"named","country":null,"sectors":[],"code":null,"wikidata":null,"mentions":[[170,187]],"rule":null,"confidence":0.8},{"id":"a5","name":"a Maltese bank","kind":"company","standing":"unnamed","country":null,"sectors":[],"code":null,"wikidata":null,"mentions":[[124,138]],"rule":null,"confidence":0.8}],"times":[{"id":"t1","span":[104,115],"type":"DATE","value":"2031-03-03","mod":null,"begin":"2031-03-03","end":"2031-03-03","confidence":0.9}],"places":[{"id":"p1","span":[37,41],"name":"Tarn","country":null,"geonames":null,"lat":null,"lon":null,"precision":"city","use":"literal","relation":null,"confidence":0.4},{"id":"p2","span":[99,103],"name":"Tarn","country":null,"geonames":null,"lat":null,"lon":null,"precision":"city","use":"literal","relation":null,"confidence":0.4}],"statements":[{"id":"s1","source":{"spans":[[140,164]],"actor":"a3"},"cue":[[165,169]],"content":[[43,138]],"mode":"indirect","stance":"says","standing":"unnamed","anonymity":{"grade":"role-institution","reason":null,"position":null,"count":1},"via":null,"about":null,"occasion":[170,187],"time":"t1","confidence":0.93},{"id":"s2","source":{"spans":[[213,225]],"actor":"a3"},"cue":[[226,230]],"content":[[189,212]],"mode":"direct","stance":"promises","standing":"unnamed","anonymity":null,"via":"s1","about":null,"occasion":null,"time":null,"confidence":0.41}],"events":[{"id":"e1","trigger":[[7,10]],"type":"CONSULT","mode":null,"status":"occurred","roles":[{"role":"actor","actor":"a1","spans":[[43,62]]},{"role":"recipient","actor":"a2","spans":[[67,95]]},{"role":"mediator","actor":"a5","spans":[[124,138]]}],"time":"t1","times":["t1"],"place":"p2","places":["p2"],"historical":false,"counts":[],"statements":["s1"],"order":[],"confidence":0.88},{"id":"e2","trigger":[[200,210]],"type":"CONSULT","mode":null,"status":"planned","roles":[{"role":"actor","actor":null,"spans":[[190,194]]}],"time":null,"times":[],"place":null,"places":[],"historical":false,"counts":[],"statements":["s2"],"order":[],"confidence":0.3}],"made_by":[{"component":"parse","version":"3.8.0","model":"sha256:00"},{"component":"statements","version":"1","model":null}],"schema":"sayso.record/1"}');
CREATE TABLE role (
	report INTEGER NOT NULL, 
	event INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	role TEXT NOT NULL, 
	actor TEXT, 
	name TEXT NOT NULL, 
	words TEXT NOT NULL, 
	PRIMARY KEY (report, event, position), 
	FOREIGN KEY(report, event) REFERENCES event (report, position) ON DELETE CASCADE
);
INSERT INTO "role" VALUES(1,0,0,'actor','a1','Two envoys of Velia','Two envoys of Velia');
INSERT INTO "role" VALUES(1,0,1,'recipient','a2','commanders of the Orsk Front','commanders of the Orsk Front');
INSERT INTO "role" VALUES(1,0,2,'mediator','a5','a Maltese bank','a Maltese bank');
INSERT INTO "role" VALUES(1,1,3,'actor',NULL,'They','They');
CREATE TABLE statement (
	report INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	speaker TEXT, 
	actor TEXT, 
	standing TEXT NOT NULL, 
	stance TEXT NOT NULL, 
	mode TEXT NOT NULL, 
	cue TEXT NOT NULL, 
	words TEXT NOT NULL, 
	via TEXT, 
	occasion TEXT, 
	said_from TEXT, 
	said_to TEXT, 
	confidence FLOAT NOT NULL, 
	PRIMARY KEY (report, position), 
	FOREIGN KEY(report) REFERENCES report (number) ON DELETE CASCADE
);
INSERT INTO "statement" VALUES(1,0,'s1','a senior Velian official',NULL,'unnamed','says','indirect','told','Two envoys of Velia met commanders of the Orsk Front in Tarn last Monday through a Maltese bank',NULL,'the Harbour Times','2031-03-03','2031-03-03',0.93);
INSERT INTO "statement" VALUES(1,1,'s2','a senior Velian official',NULL,'unnamed','promises','direct','said','“They will talk again,”','a senior Velian official',NULL,NULL,NULL,0.41);
CREATE INDEX ix_report_path ON report (path);
CREATE INDEX ix_report_published ON report (published);
CREATE INDEX ix_report_outlet ON report (outlet);
CREATE INDEX statement_said ON statement (said_from, said_to);
CREATE INDEX ix_event_country ON event (country);
CREATE INDEX event_days ON event ("begin", "end");
CREATE INDEX ix_event_type ON event (type);
CREATE INDEX ix_actor_code ON actor (code);
CREATE INDEX ix_actor_name ON actor (name);
CREATE INDEX ix_role_name ON role (name);
COMMIT;
