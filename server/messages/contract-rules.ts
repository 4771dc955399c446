/** The contract's own rules speak English to programmers; this is what they tell an operator. */
export const contractRules: ReadonlyMap<string, string> = new Map([
  ['must be a release number', '须为版本号，如 3'],
  ['must be a whole number from 240 to 4096', '须为 240 到 4096 的整数'],
  ['must be up to 20 different scene ids with commas between them', '须为场景代码，用逗号分隔，不重复，最多 20 个'],
  ['must be an ISO 8601 year, month or day', '须为年、月或日，如 2022、2022-09、2022-09-01'],
  ['must be a plain decimal string such as 98.5', '须为加引号的十进制数字，如 "98.5"'],
  ['must be a plain decimal string such as 52600000000', '须为加引号的十进制数字，不带逗号和单位，如 "52600000000"'],
  ['must be a plain decimal string such as 52600000000, or a code of the value list', '须为加引号的十进制数字，不带逗号和单位，如 "52600000000"'],
  ['must be a code of letters, digits, . _ -', '须为字母开头的代码，只含字母、数字和 . _ -'],
  ['must be a six-digit GB/T 2260 code', '须为六位行政区划代码，如 330803'],
  ['must be an ISO 8601 period such as 2022-09, 2020/2022, ../2022-10 or _T', '须为时期，如 2022、2022-09、2020/2022、../2022-10 或 _T'],
  ['must be a lower-case id', '须为小写字母开头的代码，只含小写字母、数字和 -'],
  ['must be a time such as 08:30', '须为时刻，如 08:30'],
  ['must be a local date and time such as 2022-10-26T09:30', '须为当地日期和时刻，如 2022-10-26T09:30'],
  ['must be 8 to 40 lower-case letters, digits and -', '须为 8 到 40 个小写字母、数字和 -'],
  ['must be 12 hexadecimal digits or empty', '须为 12 位十六进制数字或空'],
  ['must be an instant in UTC such as 2022-10-26T01:28:00Z', '须为世界时，如 2022-10-26T01:28:00Z'],
  ['must not have control characters', '不能有控制字符'],
  ['must be six digits', '须为六位数字'],
  ['must be 43 letters, digits, - and _', '须为 43 个字母、数字、- 和 _'],
  ['must be a figure such as xxt.members@330800', '须为指标@区划代码，如 xxt.members@330800']
])
