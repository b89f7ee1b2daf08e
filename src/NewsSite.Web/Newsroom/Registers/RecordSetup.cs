using NewsSite.Web.Background;
using NewsSite.Web.Data;

namespace NewsSite.Web.Newsroom.Registers;

/// <summary>Adds registers to the newsroom.</summary>
internal static class RecordSetup
{
    /// <summary>Adds a register that content files bring and the newsroom keeps.</summary>
    public static void AddRegister<TFile, TRecords>(this IServiceCollection services)
        where TFile : class, IRegister
        where TRecords : class, IRecords
    {
        services.AddSingleton<TFile>();
        services.AddSingleton<IRegister>(provider => provider.GetRequiredService<TFile>());
        services.AddRecords<TRecords>();
    }

    /// <summary>Adds a register that the newsroom keeps.</summary>
    public static void AddRecords<TRecords>(this IServiceCollection services)
        where TRecords : class, IRecords
    {
        services.AddSingleton<TRecords>();
        services.AddSingleton<IRecords>(provider => provider.GetRequiredService<TRecords>());
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<TRecords>());
        services.AddSingleton(provider => provider.GetRequiredService<TRecords>().Words.Subject);
    }
}
