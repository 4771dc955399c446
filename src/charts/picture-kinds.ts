import * as bars from './bars.ts'
import { picture as barsPicture } from './bars-picture.ts'
import * as changeList from './change-list.ts'
import { picture as changeListPicture } from './change-list-picture.ts'
import * as countyMap from './county-map.ts'
import * as scoredMap from './county-map-scores.ts'
import { picture as countyMapPicture } from './county-map-picture.ts'
import * as countyTrends from './county-trends.ts'
import { picture as countyTrendsPicture } from './county-trends-picture.ts'
import * as definitionCard from './definition-card.ts'
import { picture as definitionCardPicture } from './definition-card-picture.ts'
import * as dotRhythm from './dot-rhythm.ts'
import { picture as dotRhythmPicture } from './dot-rhythm-picture.ts'
import * as figureChain from './figure-chain.ts'
import { picture as figureChainPicture } from './figure-chain-picture.ts'
import * as figureList from './figure-list.ts'
import * as headline from './headline.ts'
import { picture as headlinePicture } from './headline-picture.ts'
import { picture as kpiBandPicture } from './kpi-band-picture.ts'
import * as leagueHead from './league-head.ts'
import { picture as leagueHeadPicture } from './league-head-picture.ts'
import * as leagueRules from './league-rules.ts'
import { picture as leagueRulesPicture } from './league-rules-picture.ts'
import * as loneFigure from './lone-figure.ts'
import { picture as loneFigurePicture } from './lone-figure-picture.ts'
import * as milestones from './milestones.ts'
import { picture as milestonesPicture } from './milestones-picture.ts'
import * as ownHistory from './own-history.ts'
import { picture as ownHistoryPicture } from './own-history-picture.ts'
import * as countEmblem from './count-emblem.ts'
import { picture as countEmblemPicture } from './count-emblem-picture.ts'
import * as coverageSquares from './coverage-squares.ts'
import { picture as coverageSquaresPicture } from './coverage-squares-picture.ts'
import * as seats from './seats.ts'
import { picture as seatsPicture } from './seats-picture.ts'
import * as villageGlyph from './village-glyph.ts'
import { picture as villageGlyphPicture } from './village-glyph-picture.ts'
import * as yearRings from './year-rings.ts'
import { picture as yearRingsPicture } from './year-rings-picture.ts'
import * as storyCard from './story-card.ts'
import { picture as storyCardPicture } from './story-card-picture.ts'
import * as unitRings from './unit-rings.ts'
import { picture as unitRingsPicture } from './unit-rings-picture.ts'
import * as rings from './rings.ts'
import { picture as ringsPicture } from './rings-picture.ts'
import * as ripples from './ripples.ts'
import { picture as ripplesPicture } from './ripples-picture.ts'
import * as river from './river.ts'
import { picture as riverPicture } from './river-picture.ts'
import * as hall from './hall.ts'
import * as hallWords from './hall-words.ts'
import { picture as hallPicture } from './hall-picture.ts'
import { pictureKind, type PictureKind } from './picture-kind.ts'
import * as plates from './plates.ts'
import { picture as platesPicture } from './plates-picture.ts'
import * as programmeList from './programme-list.ts'
import { picture as programmeListPicture } from './programme-list-picture.ts'
import * as rankHistory from './rank-history.ts'
import { picture as rankHistoryPicture } from './rank-history-picture.ts'
import * as ranking from './ranking.ts'
import { picture as rankingPicture } from './ranking-picture.ts'
import * as resultsList from './results-list.ts'
import { picture as resultsListPicture } from './results-list-picture.ts'
import * as ridgelineWords from './ridgeline-words.ts'
import * as ridgeline from './ridgeline.ts'
import { picture as ridgelinePicture } from './ridgeline-picture.ts'
import * as sessionWave from './session-wave.ts'
import { picture as sessionWavePicture } from './session-wave-picture.ts'
import * as skylineWords from './skyline-words.ts'
import * as skyline from './skyline.ts'
import { picture as skylinePicture } from './skyline-picture.ts'
import * as stageBars from './stage-bars.ts'
import { picture as stageBarsPicture } from './stage-bars-picture.ts'
import { picture as statsPicture } from './stats-picture.ts'
import * as subLeagues from './sub-leagues.ts'
import { picture as subLeaguesPicture } from './sub-leagues-picture.ts'
import * as trend from './trend.ts'
import { picture as trendPicture } from './trend-picture.ts'
import * as unitBricks from './unit-bricks.ts'
import { picture as unitBricksPicture } from './unit-bricks-picture.ts'

/** Every kind of panel that a picture can be made of, by its name in a scene file. */
export const PICTURE_KINDS: ReadonlyMap<string, PictureKind> = new Map([
  ['bars', pictureKind({ ...bars, picture: barsPicture })],
  ['change-list', pictureKind({ ...changeList, picture: changeListPicture })],
  ['county-map', pictureKind({ ...countyMap, ...scoredMap, picture: countyMapPicture, drawsWithoutData: true })],
  ['county-trends', pictureKind({ ...countyTrends, picture: countyTrendsPicture })],
  ['definition-card', pictureKind({ ...definitionCard, picture: definitionCardPicture })],
  ['dot-rhythm', pictureKind({ ...dotRhythm, picture: dotRhythmPicture })],
  ['figure-chain', pictureKind({ ...figureChain, picture: figureChainPicture })],
  ['headline', pictureKind({ ...headline, picture: headlinePicture, drawsWithoutData: true })],
  ['kpi-band', pictureKind({ ...figureList, picture: kpiBandPicture })],
  ['league-head', pictureKind({ ...leagueHead, picture: leagueHeadPicture, drawsWithoutData: true })],
  ['league-rules', pictureKind({ ...leagueRules, picture: leagueRulesPicture, drawsWithoutData: true })],
  ['lone-figure', pictureKind({ ...loneFigure, picture: loneFigurePicture })],
  ['milestones', pictureKind({ ...milestones, picture: milestonesPicture })],
  ['own-history', pictureKind({ ...ownHistory, picture: ownHistoryPicture })],
  ['plates', pictureKind({ ...plates, picture: platesPicture, drawsWithoutData: true })],
  ['programme-list', pictureKind({ ...programmeList, picture: programmeListPicture })],
  ['rank-history', pictureKind({ ...rankHistory, picture: rankHistoryPicture })],
  ['ranking', pictureKind({ ...ranking, picture: rankingPicture })],
  ['results-list', pictureKind({ ...resultsList, picture: resultsListPicture })],
  ['ridgeline', pictureKind({ ...ridgeline, ...ridgelineWords, picture: ridgelinePicture })],
  ['session-wave', pictureKind({ ...sessionWave, picture: sessionWavePicture })],
  ['skyline', pictureKind({ ...skyline, ...skylineWords, picture: skylinePicture })],
  ['stage-bars', pictureKind({ ...stageBars, picture: stageBarsPicture })],
  ['stats', pictureKind({ ...figureList, model: figureList.statsModel, picture: statsPicture })],
  ['sub-leagues', pictureKind({ ...subLeagues, picture: subLeaguesPicture })],
  ['trend', pictureKind({ ...trend, picture: trendPicture })],
  ['unit-bricks', pictureKind({ ...unitBricks, picture: unitBricksPicture })],
  ['count-emblem', pictureKind({ ...countEmblem, picture: countEmblemPicture })],
  ['coverage-squares', pictureKind({ ...coverageSquares, picture: coverageSquaresPicture })],
  ['seats', pictureKind({ ...seats, picture: seatsPicture })],
  ['village-glyph', pictureKind({ ...villageGlyph, picture: villageGlyphPicture })],
  ['year-rings', pictureKind({ ...yearRings, picture: yearRingsPicture })],
  ['story-card', pictureKind({ ...storyCard, picture: storyCardPicture })],
  ['unit-rings', pictureKind({ ...unitRings, picture: unitRingsPicture })],
  ['rings', pictureKind({ ...rings, picture: ringsPicture })],
  ['ripples', pictureKind({ ...ripples, picture: ripplesPicture })],
  ['river', pictureKind({ ...river, picture: riverPicture })],
  ['hall', pictureKind({ ...hall, ...hallWords, picture: hallPicture })]
])
