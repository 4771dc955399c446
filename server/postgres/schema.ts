/**
 * Numbered steps, each run once. Portable on purpose: plain types, no triggers, no sequences, rows are only
 * inserted, and the observations' key starts with the area so that a store can be split by it.
 */
export const steps: readonly (readonly string[])[] = [
  [
    `create table releases (
      release integer primary key, published_at text not null, note text not null, source text not null,
      withdraws integer, observations integer not null, sha256 text not null)`,
    `create table observations (
      ref_area text not null, indicator text not null, scope text not null, time_period text not null, breakdown text not null,
      release integer not null, position integer not null, action text not null, origin text not null, body text not null,
      primary key (ref_area, indicator, scope, time_period, breakdown, release))`,
    `create table packs (release integer primary key, hash text not null, document text not null, observations text not null)`
  ],
  [
    /* Whoever makes a release locks this one row until its transaction ends. */
    `create table release_lock (id integer primary key)`,
    `insert into release_lock (id) values (1)`,
    `create index observations_release on observations (release)`
  ]
]
