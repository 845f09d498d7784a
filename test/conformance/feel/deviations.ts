const WRONG_CALL = 'a call that can never have a value is refused at deployment; Zeebe says null in silence';
const UNKNOWN = 'Zeebe 8.5.8 has no such function and says null in silence; here it is refused at deployment';
const LONG = 'Zeebe cuts whole numbers to 64 bits, so that another number is stored; here it is the nearest double';
const ZEROS = 'Zeebe keeps the zeros at the end of a decimal, our decimals have none';
const LETTERS = 'Zeebe counts 16-bit units and cuts letters in half; here a letter is one';
const LINEAR = 'no matcher in linear time can do it, and any other could stop the server: refused, or an incident';
const GRAMMAR = 'the grammar (lezer-feel) does not read it, so it is refused at deployment';

/** Where the embedded engine differs from Zeebe 8.5.8 on purpose, each with its reason. */
export const DEVIATIONS: Readonly<Record<string, string>> = {
  'gibt es nicht(1)': UNKNOWN,
  'list replace([1, 2, 3], 2, 9)': UNKNOWN,
  'is empty([])': UNKNOWN,
  'is empty([1])': UNKNOWN,
  'partition([1, 2, 3, 4, 5], 2)': UNKNOWN,
  'trim(" a ")': UNKNOWN,
  'is blank(" ")': UNKNOWN,
  'to base64("FEEL")': UNKNOWN,
  'string length(uuid())': UNKNOWN,
  'is(1, 1)': UNKNOWN,
  'range("[1..3]")': UNKNOWN,
  'contains("a")': WRONG_CALL,
  'contains("a", "b", "c")': WRONG_CALL,
  'sort([3, 1, 2])': WRONG_CALL,
  'round half up(1.5)': WRONG_CALL,
  '5 instance of fahrrad': 'a type that does not exist is refused at deployment; Zeebe says false',
  '@"x"': 'what is neither date nor time nor duration is refused at deployment; Zeebe says null',
  '10 ** 20': LONG,
  '10 ** 40': LONG,
  '12345678901234567890123': LONG,
  '9223372036854775808': LONG,
  '1.7976931348623157 * 10 ** 308': LONG,
  '2 * 10 ** 308': 'Zeebe stores 0; no double is that large, so here it is null',
  'string(1.0)': ZEROS,
  'string(1.50)': ZEROS,
  'string(0.10 + 0.20)': ZEROS,
  'string(2.0 * 3)': ZEROS,
  'string(-0.0)': ZEROS,
  'string length("🖂")': LETTERS,
  'substring("🖂ab", 2)': LETTERS,
  'matches("abcabc", "(abc)\\1")': LINEAR,
  'matches("abc", "a(?=b)")': LINEAR,
  'and([true, false])': GRAMMAR,
  'or([true, false])': GRAMMAR,
  '{`a b`: 1}.`a b`': GRAMMAR,
  '(function(x) x) instance of function': GRAMMAR,
  'random number() >= 0':
    'a process must take the same way again when its commands are replayed: no chance in expressions',
  'remove([1, 2], 0)': 'a slip of Zeebe (the list twice); there is no position 0, so the list stays',
  'number("١")': 'Zeebe reads the digits of every script; here a number is written with 0 to 9',
  'time("T10:15:30")': 'Zeebe also reads the T of a date and time; here it is no time',
  'sublist(list: [1, 2, 3], start position: 2, length: 1)': WRONG_CALL,
  '[1] < [2]': 'an exception inside Zeebe; two lists have no order, so it is null as for every such pair',
};
