import "server-only";

/**
 * What people reach for first once twelve characters are asked of them, in lower case: whole passwords, and words to
 * which digits and signs are merely appended. Written by hand; runs, repetitions and the account's own words are
 * found by rule (password.ts) and need no entry.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  password passwords passwordpassword mypassword newpassword thispassword changeme changemenow changethis letmein
  letmeinnow letmeinplease welcome welcomeback welcomehome iloveyou iloveyousomuch iloveyouforever iloveyoubaby
  ilovemyself ilovemyfamily ilovemymom ilovemydad ilovejesus ilovegod jesuschrist jesusislord godisgood godislove
  trustno trustnoone admin administrator adminadmin administrateur root rootroot superuser superadmin master
  masterkey login loginlogin signin user username guest guestguest test testtest testing testtesttest tester
  testpassword temporary temppassword default defaultpassword secret secretpassword supersecret topsecret mysecret
  student students studentstudent teacher teachers professor university college school highschool homework
  classroom password4school qwerty qwertyqwerty qwertyuiop qwertyuiopasdf qwerty123qwerty asdfghjkl asdfasdfasdf
  zxcvbnm zxcvbnmasdf azerty azertyuiop qwertz qwertzuiop monkey monkeymonkey dragon dragondragon dragonball
  football footballer baseball basketball volleyball soccer hockey liverpool liverpoolfc manchester manchesterunited
  arsenal chelsea barcelona realmadrid juventus bayernmunich princess princesses sunshine sunshines sunflower
  butterfly butterflies superman supermans batman spiderman starwars pokemon minecraft fortnite roblox playstation
  nintendo harrypotter hogwarts gandalf matrix michael michaeljordan jennifer jessica ashley daniel joshua matthew
  anthony elizabeth alexander alexandra nicholas christopher charlie jordan hunter summer summertime winter
  spring autumn september october november december january february monday tuesday wednesday thursday friday
  saturday sunday computer computers internet samsung samsunggalaxy google facebook instagram whatsapp youtube
  microsoft windows android iphone apple linkedin amazon netflix spotify security safety nothing whatever
  anything something forever foreverandever together family myfamily friends friendship bestfriend bestfriends
  children babygirl babyboy sweetheart sweetie lovely loveme lovelove lovelovelove mylove truelove beautiful
  handsome perfect awesome amazing fantastic freedom liberty america american australia canada england scotland
  ireland france germany deutschland italia espana london newyork california texas chicago washington paris berlin
  madrid amsterdam copenhagen istanbul baghdad blink182blink linkinpark metallica nirvana slipknot eminem justinbieber
  onedirection chocolate cheesecake strawberry blueberry vanilla coffee cookies pineapple banana peanutbutter
  correcthorsebatterystaple correct horse battery staple thequickbrownfox opensesame abracadabra hocuspocus
  supercalifragilistic supercalifragilisticexpialidocious helloworld hellohello hello goodmorning goodnight goodbye
  thankyou pleasehelp helpme whoami noonewillguess dontguessme idontknow iforgot forgotpassword rememberme
  lifeisgood lifeisbeautiful neverforget nevergiveup believe believeinyourself dreambig nato natonato natomission
  natomissioniraq motdepasse contrasena contraseña passwort kennwort wachtwoord parola salasana losenord adgangskode
  hemmelighed bonjour bonjourbonjour schatz schatzi hallohallo sommer geheim ficken arschloch azertyazerty doudou
  loulou soleil chouchou teamo teamomucho tequiero mariposa estrella princesa amorcito
  1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx3edc 1qaz2wsx3edc4rfv q1w2e3r4t5y6 zaq12wsxcde3 a1b2c3d4e5f6 abcd1234abcd
  abc123abc123 qwe123qwe123 asd123asd123 p@ssw0rdp@ssw0rd p@ssw0rd1234 p@ssword1234 passw0rd1234 password1234!
  pa55word1234 1password1234 0123456789ab 111222333444 112233445566 123123123123 123qweasdzxc 147258369000
  987654321987 741852963000 3.1415926535 3.14159265358 thisisapassword thisismypassword mynameis
  `
    .split(/\s+/)
    .filter(Boolean),
);
