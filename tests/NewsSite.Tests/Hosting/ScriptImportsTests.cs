using NewsSite.Web.Hosting;

namespace NewsSite.Tests.Hosting;

/// <summary>Which words of a script are its static imports.</summary>
public sealed class ScriptImportsTests
{
    [Theory]
    [InlineData("import \"./a.js\";", "./a.js")]
    [InlineData("import { one, two as $2 } from './a.js'\nimport all from \"../b.js\";", "./a.js ../b.js")]
    [InlineData("import*as a from\"./a.js\";import{b}from\"./b.js\";var c=1;", "./a.js ./b.js")]
    [InlineData("\uFEFF// Don't \"./no.js\"\n/* import './no.js' */ import first, {\n  one, // it's the \"first\"\n  two,\n} from \"./a.js\";", "./a.js")]
    [InlineData("export * from './a.js';\nexport { one } from './b.js';", "./a.js ./b.js")]
    [InlineData("import data from './a.js' with { type: 'other' };\nimport './b.js';", "./a.js ./b.js")]
    [InlineData("import { html } from 'package';\nimport '/assets/whole.js';\nimport 'https://example.org/x.js';\nimport './a.js';", "./a.js")]
    [InlineData("const late = await import('./no.js');", "")]
    [InlineData("import('./no.js');", "")]
    [InlineData("import.meta.url; './no.js';", "")]
    [InlineData("importance('./no.js'); const words = \"import './no.js'\";", "")]
    [InlineData("export const path = './no.js';", "")]
    [InlineData("export { one };\nsay('./no.js');", "")]
    [InlineData("", "")]
    public void Imports_are_found_at_the_head_and_nothing_else_is_taken_for_one(string script, string expected)
    {
        var found = ScriptImports.In(script);

        Assert.Equal(expected, string.Join(' ', found.Select(i => i.Specifier)));
        Assert.All(found, i => Assert.True(i.IsAtHead));
        Assert.All(found, i => Assert.Equal(i.Specifier, script.Substring(i.Index, i.Specifier.Length)));
    }

    [Fact]
    public void An_import_below_other_code_is_known_as_such()
    {
        var found = ScriptImports.In("import './a.js';\nconst one = 1;\nimport { two } from './b.js';\n");

        Assert.Equal([("./a.js", true), ("./b.js", false)], found.Select(i => (i.Specifier, i.IsAtHead)));
    }

    [Fact]
    public void Nothing_but_the_specifiers_changes()
    {
        const string Script = "import { a } from './a.js'; import './b/c.js';\nsay('./a.js');\n";

        var replaced = ScriptImports.Replace(Script, ScriptImports.In(Script), i => i.Specifier.ToUpperInvariant());

        Assert.Equal("import { a } from './A.JS'; import './B/C.JS';\nsay('./a.js');\n", replaced);
    }

    [Theory]
    [InlineData("queue.js", "./keys.js", "keys.js")]
    [InlineData("queue.js", "./queue/keys.js", "queue/keys.js")]
    [InlineData("queue/keys.js", "../say.js", "say.js")]
    [InlineData("queue/keys.js", "./../queue/say.js", "queue/say.js")]
    [InlineData("queue/keys.js", "../../say.js", null)]
    public void A_specifier_is_read_from_the_folder_of_its_script(string script, string specifier, string? expected) =>
        Assert.Equal(expected, new ScriptImport(0, specifier, true).From(script));
}
