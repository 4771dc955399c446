import { parseArgs } from 'node:util'
import { MapError } from './map-error.ts'

type MapArguments = { readonly pack: string } & (
  | { readonly fromNpm: true }
  | {
      readonly fromNpm: false
      readonly file: string
      readonly reviewNo: string
      readonly source: string | undefined
      readonly terms: string | undefined
    }
)

const USAGE = '用法：npm run map -- 边界.geojson --review-no "GS(2024)0650号" [--source 来源] [--terms 使用条款] [--pack quzhou]，或 npm run map -- --from-npm'

// GS(2024)0650号 (national), GS京(2022)1061号, 浙S(2023)12号 (provincial), with either kind of brackets.
const REVIEW_NO = /^(GS\p{Script=Han}{0,2}|\p{Script=Han}{1,3}S)[(（]20\d{2}[)）]\d+号$/u
const LONGEST = 200
const PACK = /^[a-z0-9][a-z0-9-]*$/

/** Throws a MapError with a Chinese sentence for anything it does not understand. */
export function mapArguments(argv: readonly string[]): MapArguments {
  const { values, positionals } = parse(argv)
  const { pack, source, terms } = values
  if (!PACK.test(pack)) throw new MapError(`--pack “${pack}”：不是有效的包名（规则：小写字母、数字和短横线）`)
  const [file, ...more] = positionals
  if (values['from-npm']) {
    if (file !== undefined) throw new MapError(`--from-npm 与文件“${file}”不能同时给出（规则：只选一种来源）`)
    return { pack, fromNpm: true }
  }
  if (file === undefined || more.length > 0) throw new MapError(`需要且只需要一个边界文件；${USAGE}`)
  checkText('--source', source)
  checkText('--terms', terms)
  return { pack, fromNpm: false, file, source, terms, reviewNo: reviewNo(file, values['review-no']) }
}

// The lengths that the contract allows in pack.json.
function checkText(option: string, value: string | undefined): void {
  if (value === undefined || (value.trim() !== '' && value.length <= LONGEST)) return
  throw new MapError(`${option} “${value.slice(0, 20)}”：为空或过长（规则：1 到 ${LONGEST} 字）`)
}

function reviewNo(file: string, given: string | undefined): string {
  const trimmed = given?.trim() ?? ''
  if (trimmed === '') {
    throw new MapError(`${file}：缺少 --review-no（规则：正式地图必须写明审图号，例如 "GS(2024)0650号"）`)
  }
  if (!REVIEW_NO.test(trimmed)) {
    throw new MapError(`--review-no “${trimmed}”：不是审图号（规则：形如 GS(2024)0650号 或 浙S(2023)12号）`)
  }
  return trimmed
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        'from-npm': { type: 'boolean', default: false },
        pack: { type: 'string', default: 'quzhou' },
        'review-no': { type: 'string' },
        source: { type: 'string' },
        terms: { type: 'string' }
      }
    })
  } catch {
    throw new MapError(`参数无法识别：${argv.join(' ')}；${USAGE}`)
  }
}
