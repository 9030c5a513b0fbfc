namespace SscPipeline.LocalHost.Azurite;

/// <summary>A file that one process at a time holds open; the system lets go of it when the process ends, however it ends.</summary>
internal static class FolderLock
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(200);

    public static async Task<FileStream> TakeAsync(string path, Action waiting, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                if (attempt == 0)
                {
                    waiting();
                }

                await Task.Delay(Retry, cancellationToken);
            }
        }
    }
}
