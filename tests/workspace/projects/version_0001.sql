-- A workspace database as version 0001 of its tables leaves it.
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE change (
	project_id TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	about TEXT NOT NULL, 
	forward TEXT NOT NULL, 
	backward TEXT NOT NULL, 
	at TEXT NOT NULL, 
	CONSTRAINT pk_change PRIMARY KEY (project_id, number), 
	CONSTRAINT fk_change_project FOREIGN KEY(project_id) REFERENCES project (id)
);
INSERT INTO "change" VALUES('midori',0,'created','まるごと相談','','','2026-11-23T10:00:01.000000+00:00');
INSERT INTO "change" VALUES('midori',1,'element_added','まちの保健室','[{"op":"add","path":"/design/elements/0","value":{"id":"machi-no-hokenshitsu","name":"まちの保健室","aliases":[],"type":"place","zone":"elementary","count":11,"unit":"か所","operators":["municipality"],"staff":[],"fields":["all"],"provisions":[],"text":"説明は、まだ書かれていません。","source":"own","place":"自分たちの案"}}]','[{"op":"remove","path":"/design/elements/0"}]','2026-11-23T10:00:03.000000+00:00');
INSERT INTO "change" VALUES('midori',2,'named','まるごと相談窓口','[{"op":"replace","path":"/name","value":"まるごと相談窓口"}]','[{"op":"replace","path":"/name","value":"まるごと相談"}]','2026-11-23T10:00:04.000000+00:00');
INSERT INTO "change" VALUES('mukashi',0,'created','昔の案','','','2026-11-23T10:00:06.000000+00:00');
CREATE TABLE project (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	variant TEXT NOT NULL, 
	town TEXT NOT NULL, 
	status TEXT NOT NULL, 
	state TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	applied INTEGER NOT NULL, 
	made_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	deleted_at TEXT, 
	CONSTRAINT pk_project PRIMARY KEY (id)
);
INSERT INTO "project" VALUES('midori','まるごと相談','案A','みどり市','draft','{"format":1,"id":"midori","name":"まるごと相談","variant":"案A","status":"draft","town":{"name":"みどり市","population":60000,"zones":[]},"goals":[],"design":{"elements":[{"id":"machi-no-hokenshitsu","name":"まちの保健室","aliases":[],"type":"place","zone":"elementary","count":11,"unit":"か所","operators":["municipality"],"staff":[],"fields":["all"],"provisions":[],"text":"説明は、まだ書かれていません。","source":"own","place":"自分たちの案"}],"links":[],"not_applicable":[]},"existing":[],"origins":[],"programmes":[],"budget":[],"steps":[],"decisions":[],"participants":[],"answers":[]}',4,1,'2026-11-23T10:00:01.000000+00:00','2026-11-23T10:00:05.000000+00:00',NULL);
INSERT INTO "project" VALUES('mukashi','昔の案','案A','みどり市','draft','{"format":1,"id":"mukashi","name":"昔の案","variant":"案A","status":"draft","town":{"name":"みどり市","zones":[]},"goals":[],"design":{"elements":[],"links":[],"not_applicable":[]},"existing":[],"origins":[],"programmes":[],"budget":[],"steps":[],"decisions":[],"participants":[],"answers":[]}',1,0,'2026-11-23T10:00:06.000000+00:00','2026-11-23T10:00:06.000000+00:00','2026-11-23T10:00:07.000000+00:00');
CREATE TABLE revision (
	project_id TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	at TEXT NOT NULL, 
	state TEXT NOT NULL, 
	CONSTRAINT pk_revision PRIMARY KEY (project_id, number), 
	CONSTRAINT fk_revision_project FOREIGN KEY(project_id) REFERENCES project (id)
);
INSERT INTO "revision" VALUES('midori',1,'第1回会議','2026-11-23T10:00:02.000000+00:00','{"format":1,"id":"midori","name":"まるごと相談","variant":"案A","status":"draft","town":{"name":"みどり市","population":60000,"zones":[]},"goals":[],"design":{"elements":[],"links":[],"not_applicable":[]},"existing":[],"origins":[],"programmes":[],"budget":[],"steps":[],"decisions":[],"participants":[],"answers":[]}');
COMMIT;
