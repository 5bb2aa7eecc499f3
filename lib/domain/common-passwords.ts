/** Long passwords that stand on every list of stolen ones; shorter ones are refused by length. */
const COMMON = new Set(
  `1234567890 12345678910 123456789a 1q2w3e4r5t 1qaz2wsx3edc qwertyuiop qwerty12345 qwerty123456
  password12 password123 password1234 password12345 passw0rd123 p@ssw0rd123 p@ssword123 password123!
  iloveyou123 iloveyou12 princess123 sunshine123 football123 baseball123 basketball superman123
  letmein123 letmein1234 welcome123 welcome1234 welcome2024 welcome2025 welcome2026 admin12345
  administrator abcdefghij abcd123456 abc1234567 a123456789 q1w2e3r4t5 asdfghjkl1 asdfghjkl123
  zxcvbnm123 monkey12345 dragon12345 master12345 shadow12345 michael123 jennifer123 charlie123
  trustno1trustno1 changeme123 changeme1234 secret1234 secretpassword mypassword1 mypassword123
  computer123 internet123 whatever123 starwars123 pokemon1234 liverpool123 chelsea123 arsenal123
  gymtracker gymtracker1 gymtracker123 workout123 fitness123 fitness1234 deadlift123 benchpress`.split(
    /\s+/,
  ),
)

const SEQUENCES = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
]

/** Whether a password is one of those everybody tries first: listed, one run, or one thing repeated. */
export function isCommonPassword(password: string): boolean {
  const lower = password.toLowerCase()
  return (
    COMMON.has(lower) ||
    SEQUENCES.some((sequence) => sequence.includes(lower)) ||
    /^(.{1,4})\1+$/.test(lower) ||
    new Set(lower).size < 4
  )
}
