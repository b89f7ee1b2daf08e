using System.Collections.Frozen;

namespace NewsSite.Web.Accounts.Passwords;

/// <summary>Words that passwords are made of, again and again: what people call a password, greetings, names, teams, animals, places, days and what stands on an office wall.</summary>
internal static class CommonWords
{
    private static readonly FrozenSet<string> All = """
        password passwords passwort passw pass pwd passcode passphrase secret secrets topsecret private access login logon logmein signin letmein letme openup open sesame opensesame enter
        changeme change default admin admins administrator root user username guest test tester testing temp temporary demo example sample system server computer laptop desktop internet
        windows linux ubuntu apple google facebook twitter instagram youtube amazon microsoft samsung nokia motorola iphone android master webmaster manager office work newsroom news
        welcome hello hellothere hi there goodbye morning goodmorning thankyou please whatever nothing something anything everything nobody somebody trustno trustnoone nopassword
        mypassword yourpassword thepassword thisis this that is my me you your our the and a1 incorrect correct wrong forgot forgotten remember dontforget security secure safe
        iloveyou iloveu loveyou loveme love lover lovely lovers darling sweetheart sweetie baby babygirl babyboy honey angel angels princess prince queen king kings kingdom
        sunshine sunny sunflower flower flowers rainbow butterfly summer winter spring autumn january february march april may june july august september october november december
        monday tuesday wednesday thursday friday saturday sunday weekend holiday holidays christmas easter halloween birthday happy happiness
        monkey dragon tiger lion eagle eagles falcon wolf bear puppy kitten kitty cat cats dog dogs doggy horse pony dolphin dolphins shark snake spider turtle rabbit bunny chicken
        panther cheetah elephant giraffe penguin hamster budgie fish bird animal
        football soccer rugby cricket tennis golf golfer hockey baseball basketball softball swimming running fishing boxing cycling snooker darts
        liverpool liverpoolfc everton arsenal arsenalfc chelsea chelseafc tottenham hotspur spurs manchester manchesterunited manunited manutd mancity united city leeds leedsunited newcastle
        newcastleunited sunderland westham westhamunited astonvilla villa celtic celticfc rangers rangersfc barcelona realmadrid juventus bayern cowboys steelers yankees lakers redsox
        england scotland wales ireland britain british london bristol birmingham cardiff edinburgh glasgow belfast yorkshire somerset taunton bath europe america american canada australia
        france germany spain italy paris berlin newyork california florida texas
        superman batman spiderman ironman hulk superstar superhero starwars startrek skywalker yoda gandalf frodo hobbit hogwarts harrypotter potter pokemon pikachu mario nintendo playstation xbox
        minecraft fortnite gamer games gaming game player killer ninja samurai pirate pirates warrior soldier hunter ranger shadow phantom ghost matrix mustang ferrari porsche
        mercedes corvette camaro harley yamaha honda toyota jaguar subaru jordan jackson metallica nirvana slipknot eminem beatles blink guitar music dance dancer rocknroll rock
        michael michelle jennifer jessica ashley amanda nicole daniel daniela matthew andrew anthony joshua thomas robert william charles charlie george david james john johnny jack jacob
        oliver harry henry edward richard joseph peter paul mark martin stephen steven kevin brian jason justin ryan alex alexander benjamin samuel sam max maxwell lewis callum
        emma emily olivia sophie sophia charlotte lucy amy anna hannah megan lauren chloe grace rachel rebecca sarah laura lisa maria mary margaret elizabeth victoria natasha samantha
        thompson taylor smith jones williams brown johnson wilson
        cheese chocolate cookie cookies banana orange lemon cherry strawberry pepper ginger peanut butter coffee pizza burger bacon sausage biscuit cupcake candy sugar vanilla coconut pudding
        whisky vodka guinness beer wine cider tequila
        silver golden gold diamond crystal ruby amber purple yellow green blue black white pink red star stars moon moonlight galaxy planet heaven earth ocean river mountain forest island
        freedom peace hope faith trust jesus jesuschrist christ god godisgood blessed bless church bible heavenly
        family mother father mummy daddy brother sister grandma granny grandad forever always together friends friend friendship bestfriend bestfriends children
        power strong money dollar million millionaire lucky winner champion champions number numberone one two three four five six seven eight nine zero first second
        fuckyou fuckoff fuck fucker bitch asshole shit bollocks bullshit sexy pussy dick
        computer1 mustang1 cool coolio awesome amazing fantastic perfect beautiful gorgeous pretty super mega ultra best great good bad big little
        starlight stargate midnight thunder lightning storm phoenix maverick bailey buster lucky1 tigger winnie snoopy scooby garfield mickey minnie donald barney barbie
        letmeinnow thisismypassword thisisapassword itsasecret isasecret correcthorsebatterystaple correcthorse batterystaple unbelievable abracadabra supercalifragilistic nevermind whocares idontknow idontcare dontknow iamgod qwerty qwertz azerty
        asdf zxcv wasd abc abcd xyz aaa xxx
        """.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = All.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether it is one of the words, or their plural.</summary>
    public static bool Has(ReadOnlySpan<char> word) => Lookup.Contains(word) || (word.Length > 4 && word[^1] == 's' && Lookup.Contains(word[..^1]));

    /// <summary>Takes signs that stand for letters back to the letters.</summary>
    /// <param name="text">In lower case.</param>
    /// <param name="everywhere">Wherever such a sign touches a letter, rather than only between letters: "p455word" needs that, and "password1" must not have it.</param>
    public static string Unmask(string text, bool everywhere) => string.Create(text.Length, (text, everywhere), static (letters, from) =>
    {
        for (var i = 0; i < letters.Length; i++)
        {
            var sign = from.text[i];
            var (after, before) = (i == 0 || char.IsLetter(letters[i - 1]), i + 1 < letters.Length && (char.IsLetter(from.text[i + 1]) || from.text[i + 1] == sign));
            letters[i] = (from.everywhere ? after || before : after && before) ? LetterOf(sign) : sign;
        }
    });

    private static char LetterOf(char sign) => sign switch
    {
        '0' => 'o',
        '1' or '!' or '|' => 'i',
        '3' or '€' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' or '+' => 't',
        '8' => 'b',
        _ => sign,
    };
}
